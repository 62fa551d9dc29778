package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final String REFERENCE = "reference";
    private static final Pattern PROBE = Pattern.compile("^(Probe\\w+) ==", Pattern.MULTILINE);

    /** The variation points, as the reference decides them. */
    private static final Map<String, String> REFERENCE_CONSTANTS = Map.of(
            "Fanout", "2",
            "Wakeups", "\"FanOut\"",
            "ClearIdleOnExit", "TRUE",
            "HandOverOnExit", "\"OneIdlePeer\"",
            "InterruptsWithIoInHand", "FALSE",
            "SlotsForEveryPoolSize", "TRUE",
            "InterruptsAtEveryTurn", "TRUE",
            "MarkIdleOnRegister", "TRUE",
            "TryLock", "FALSE");

    private final TlcManifest manifest = TlcManifest.readBelow(Project.root());

    /** Every configuration is in the manifest once, and the reverse. Kills: a model that nobody runs. */
    @Test
    void models_whenComparedWithTheFolder_thenTheSame() throws IOException {
        assertEquals(
                Project.specification().configurations(),
                manifest.models().stream().map(TlcModel::cfg).sorted().toList());
    }

    /** A configuration is named after its module and its purpose. Kills: a configuration of another module. */
    @Test
    void cfg_whenNamed_thenBeginsWithItsModule() {
        for (TlcModel model : manifest.models()) {
            assertTrue(model.cfg().startsWith(model.module() + "_"), model.cfg());
        }
    }

    /** The properties that get a verdict are those that TLC checks. Kills: a "held" that no configuration asked for. */
    @Test
    void properties_whenComparedWithTheConfiguration_thenTheSame() throws IOException {
        for (TlcModel model : manifest.models()) {
            assertEquals(
                    Configuration.read(Project.specification(), model.cfg()).properties(),
                    model.properties(),
                    model.cfg());
        }
    }

    /** What is said of the reference is said of the reference. Kills: a fault's switch left on in a reference model. */
    @Test
    void subject_whenReference_thenConstantsAreTheReferences() throws IOException {
        for (TlcModel model : models(candidate -> candidate.subject().equals(REFERENCE))) {
            Configuration configuration = Configuration.read(Project.specification(), model.cfg());
            if (model.module().equals("MCCompletion")) {
                assertEquals(List.of(), configuration.substitutions(), model.cfg());
                continue;
            }
            assertEquals(List.of("Batches"), configuration.substitutions(), model.cfg());
            if (model.module().startsWith("MCWorkerMethod")) {
                REFERENCE_CONSTANTS.forEach((constant, value) ->
                        assertEquals("= " + value, configuration.constants().get(constant), model.cfg()));
            } else {
                assertEquals("MCAsyncExecution", model.module(), model.cfg());
            }
        }
    }

    /**
     * TLC runs with one worker thread. With several, the search is not quite breadth first: the depth varies from run to
     * run, a counterexample need not be the shortest, and this version of TLC may miss a violation of liveness. Kills: a
     * pinned number that holds by luck.
     */
    @Test
    void workers_whenAnyModel_thenOne() {
        for (TlcModel model : manifest.models()) {
            assertEquals(1, model.workers(), model.cfg());
        }
    }

    /** Every property that is claimed to hold is seen to fail somewhere. Kills: a property that is always true. */
    @Test
    void properties_whenHeldByTheReference_thenViolatedByAFault() {
        Set<String> held = properties(model -> model.subject().equals(REFERENCE) && model.expected() == Outcome.HELD);
        Set<String> violated =
                properties(model -> !model.subject().equals(REFERENCE) && model.expected() == Outcome.VIOLATED);

        assertEquals(
                Set.of(),
                held.stream().filter(property -> !violated.contains(property)).collect(Collectors.toSet()));
    }

    /** Every probe of the specifications is put to TLC. Kills: a probe that is written and never asked. */
    @Test
    void probes_whenDefined_thenEachHasAModel() throws IOException {
        Set<String> defined = new TreeSet<>();
        for (String module :
                List.of("MCWorkerMethod", "MCCompletion", "MCWorkerMethodRing", "MCWorkerMethodCompletion")) {
            PROBE.matcher(Project.specification().readModule(module))
                    .results()
                    .forEach(result -> defined.add(result.group(1)));
        }

        assertEquals(
                defined,
                properties(model -> model.expected() == Outcome.VIOLATED
                        && model.properties().get(0).startsWith("Probe")));
    }

    private Set<String> properties(Predicate<TlcModel> which) {
        return models(which).stream()
                .flatMap(model -> model.properties().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<TlcModel> models(Predicate<TlcModel> which) {
        List<TlcModel> models = manifest.models().stream().filter(which).toList();
        assertTrue(!models.isEmpty(), "no model to judge");
        return models;
    }
}
