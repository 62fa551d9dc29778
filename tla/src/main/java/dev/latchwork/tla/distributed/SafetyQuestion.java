package dev.latchwork.tla.distributed;

import dev.latchwork.tla.Configuration;
import dev.latchwork.tla.SpecificationFolder;
import dev.latchwork.verification.TlcModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What distributed TLC is asked about a model: its invariants, and nothing else. Immutable.
 *
 * <p>Distributed TLC passes over temporal properties without a word and then reports success. So a model that has any is
 * refused, unless the caller agrees that they are left out; then the verdict says so. A property that is an invariant of
 * steps, which distributed TLC would look at, is left out as well: its output does not tell which it looked at. Fairness
 * in {@code SPECIFICATION} does no harm, since an invariant does not depend on it.
 *
 * @param model of the manifest
 * @param checked the invariants, at least one
 * @param notChecked the temporal properties that the caller agreed to leave out
 */
public record SafetyQuestion(TlcModel model, List<String> checked, List<String> notChecked) {

    /** The option by which the caller agrees that temporal properties are left out. */
    static final String OPTION = "--without-temporal-properties";

    /** Copies the lists. */
    public SafetyQuestion {
        checked = List.copyOf(checked);
        notChecked = List.copyOf(notChecked);
    }

    /**
     * The question about a model.
     *
     * @param withoutTemporalProperties whether the caller agrees that temporal properties are left out
     * @throws IllegalArgumentException if the model has temporal properties and the caller does not agree, or nothing is
     *     left to check
     * @throws IOException if the configuration cannot be read
     */
    public static SafetyQuestion of(
            SpecificationFolder specification, TlcModel model, boolean withoutTemporalProperties) throws IOException {
        Configuration configuration = Configuration.read(specification, model.cfg());
        List<String> temporal = configuration.temporalProperties();
        if (configuration.invariants().isEmpty()) {
            throw new IllegalArgumentException(
                    model.cfg() + " has no invariant, and distributed TLC checks nothing else;" + " it would skip "
                            + temporal + ". Run it on one machine: " + onOneMachine(model));
        }
        if (!temporal.isEmpty() && !withoutTemporalProperties) {
            throw new IllegalArgumentException(model.cfg() + " has temporal properties that distributed TLC would skip"
                    + " without a word: " + temporal + ". Run it on one machine (" + onOneMachine(model)
                    + "), or leave them out with " + OPTION + "; the verdict then says that they were not checked");
        }
        return new SafetyQuestion(model, configuration.invariants(), temporal);
    }

    private static String onOneMachine(TlcModel model) {
        return "mvn -pl tla -am verify -Dlatchwork.tlc.model=" + model.cfg();
    }

    /**
     * Copies every module and this question's configuration into one folder. A worker asks the server for files by their
     * last name alone, so that the configuration must lie beside the modules.
     */
    void copyTo(Path folder, SpecificationFolder specification) throws IOException {
        try (Stream<Path> files = Files.list(specification.path())) {
            for (Path module :
                    files.filter(file -> file.toString().endsWith(".tla")).toList()) {
                Files.copy(module, folder.resolve(module.getFileName()));
            }
        }
        String text = specification.readConfiguration(model.cfg());
        Files.writeString(
                folder.resolve(model.cfg() + ".cfg"),
                notChecked.isEmpty() ? text : Configuration.withoutTemporalProperties(text));
    }
}
