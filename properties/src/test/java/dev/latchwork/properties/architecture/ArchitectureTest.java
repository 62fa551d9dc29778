package dev.latchwork.properties.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The architecture of the shipped code. Each rule is evaluated twice: on the wrong code beside this test, in which it has
 * to find exactly the classes that break it, and on the shipped code, in which it has to find nothing. So no test can hold
 * because its rule names the wrong package, or the wrong direction, or looks at nothing.
 */
class ArchitectureTest {
    private static final String PROJECT = "dev.latchwork";
    private static final String WRONG = ArchitectureTest.class.getPackageName() + ".wrong";

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PROJECT);
    private static final JavaClasses WRONG_CODE = new ClassFileImporter().importPackages(WRONG);

    /** The implementation uses nothing of the model. */
    @Test
    void implKnowsNoModel_whenShippedCode_thenHolds() {
        check("ImplKnowsNoModel", ArchitectureRules::implKnowsNoModel, "ImplUsingModel");
    }

    /** The model uses nothing of the implementation. */
    @Test
    void modelKnowsNoImpl_whenShippedCode_thenHolds() {
        check("ModelKnowsNoImpl", ArchitectureRules::modelKnowsNoImpl, "ModelUsingImpl");
    }

    /** The implementation uses the JDK only; annotations for the compiler are no code. */
    @Test
    void implNeedsOnlyTheJdk_whenShippedCode_thenHolds() {
        check("ImplNeedsOnlyTheJdk", ArchitectureRules::implNeedsOnlyTheJdk, "ImplUsingLibrary", "ImplUsingModel");
    }

    /** The model uses the JDK only. */
    @Test
    void modelNeedsOnlyTheJdk_whenShippedCode_thenHolds() {
        check("ModelNeedsOnlyTheJdk", ArchitectureRules::modelNeedsOnlyTheJdk, "ModelUsingImpl", "ModelUsingLibrary");
    }

    /** No package uses one that uses it. */
    @Test
    void packagesAreFreeOfCycles_whenShippedCode_thenHolds() {
        check(
                "PackagesAreFreeOfCycles",
                ArchitectureRules::packagesAreFreeOfCycles,
                "OneHalfOfCycle",
                "OtherHalfOfCycle");
    }

    /** The package that an embedder sees uses no package behind it. */
    @Test
    void interfaceKnowsNoImplementation_whenShippedCode_thenHolds() {
        check(
                "InterfaceKnowsNoImplementation",
                ArchitectureRules::interfaceKnowsNoImplementation,
                "InterfaceUsingImplementation");
    }

    /** Threads park in the latch's package and nowhere else. */
    @Test
    void onlyLatchesPark_whenShippedCode_thenHolds() {
        check("OnlyLatchesPark", ArchitectureRules::onlyLatchesPark, "ParkingWorker");
    }

    /** Nobody sleeps for a time. */
    @Test
    void nobodySleeps_whenShippedCode_thenHolds() {
        check("NobodySleeps", ArchitectureRules::nobodySleeps, "SleepingByUnit", "SleepingWorker");
    }

    private static void check(String name, Function<ArchitectureRules, ArchRule> rule, String... wrongClasses) {
        CheckRun run = CheckRun.start("unit/Architecture/" + name);
        Effort effort = Effort.of("classes", SHIPPED.size()).and("wrong classes", wrongClasses.length);
        Set<String> found = offenders(rule.apply(new ArchitectureRules(WRONG)).evaluate(WRONG_CODE));
        if (!found.equals(Set.of(wrongClasses))) {
            run.finish(Outcome.BROKEN, effort, null, "in the wrong code the rule finds " + found);
        }
        EvaluationResult result = rule.apply(new ArchitectureRules(PROJECT)).evaluate(SHIPPED);
        run.finish(
                result.hasViolation() ? Outcome.VIOLATED : Outcome.HELD,
                effort,
                null,
                result.hasViolation() ? result.getFailureReport().toString() : null);
    }

    /** The classes in which the violations are. */
    private static Set<String> offenders(EvaluationResult result) {
        Set<String> offenders = new TreeSet<>();
        result.handleViolations((Collection<Dependency> causes, String message) ->
                causes.forEach(cause -> offenders.add(cause.getOriginClass().getSimpleName())));
        return offenders;
    }
}
