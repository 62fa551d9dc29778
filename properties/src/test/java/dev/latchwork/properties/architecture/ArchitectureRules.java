package dev.latchwork.properties.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The rules, on code that lies under some root package: the project's own, or the wrong code's.
 *
 * @param root {@code dev.latchwork}, or a package that is laid out in the same way
 */
record ArchitectureRules(String root) {
    private static final Set<String> JDK = exportedByTheJdk();
    private static final String COMPILE_TIME_ANNOTATIONS = "com.google.errorprone.annotations..";

    /** An oracle that shares code with its subject agrees with its bugs. */
    ArchRule implKnowsNoModel() {
        return noClasses()
                .that()
                .resideInAPackage(impl())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(model());
    }

    /** The same, the other way round. */
    ArchRule modelKnowsNoImpl() {
        return noClasses()
                .that()
                .resideInAPackage(model())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(impl());
    }

    /** An embedder takes in one library and nothing behind it. */
    ArchRule implNeedsOnlyTheJdk() {
        return classes()
                .that()
                .resideInAPackage(impl())
                .should()
                .onlyDependOnClassesThat(isInJdk().or(resideInAnyPackage(COMPILE_TIME_ANNOTATIONS, impl())));
    }

    /** The model is read beside the specification: nothing in it is explained elsewhere. */
    ArchRule modelNeedsOnlyTheJdk() {
        return classes()
                .that()
                .resideInAPackage(model())
                .should()
                .onlyDependOnClassesThat(isInJdk().or(resideInAnyPackage(model())));
    }

    /** Each package can be understood after those that it uses. */
    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** What an embedder sees does not depend on how it is done. */
    ArchRule interfaceKnowsNoImplementation() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".aio")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".aio.*..");
    }

    /** One place where threads block, which a checker that cannot see parking can replace. */
    ArchRule onlyLatchesPark() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".aio.latch")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(LockSupport.class);
    }

    /** Whoever waits, waits for a condition. */
    ArchRule nobodySleeps() {
        return noClasses().should().callMethodWhere(describe("sleeps", ArchitectureRules::isSleep));
    }

    private static DescribedPredicate<JavaClass> isInJdk() {
        return describe(
                "are exported by the JDK",
                type -> JDK.contains(type.getBaseComponentType().getPackageName()));
    }

    private static boolean isSleep(JavaMethodCall call) {
        return call.getName().equals("sleep")
                && (call.getTargetOwner().isAssignableTo(Thread.class)
                        || call.getTargetOwner().isAssignableTo(TimeUnit.class));
    }

    /** Packages that everybody may use, of all modules of the JDK that runs this. */
    private static Set<String> exportedByTheJdk() {
        return ModuleFinder.ofSystem().findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String impl() {
        return root + ".aio..";
    }

    private String model() {
        return root + ".model..";
    }
}
