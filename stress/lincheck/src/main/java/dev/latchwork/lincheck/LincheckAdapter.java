package dev.latchwork.lincheck;

import dev.latchwork.aio.execution.OpenTargets;
import dev.latchwork.aio.handle.HandleList;
import dev.latchwork.aio.session.UseLedger;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kotlin.Unit;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.LinCheckerKt;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.strategy.IncorrectResultsFailure;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.kotlinx.lincheck.strategy.UnexpectedExceptionFailure;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.kotlinx.lincheck.util.VoidResult;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * The one class, beside {@link InterleavingReader}, that knows names of Lincheck which its documentation does not promise: the
 * failure as an object, the scenario made by hand, the time limit. Lincheck runs one search of a JVM at a time.
 */
final class LincheckAdapter {
    /** Rounds of a loop after which it counts as a livelock; Lincheck's own 50 objects to any longer loop. */
    private static final int LOOP_BOUND = 2000;

    /**
     * Time after which Lincheck gives an invocation up, in milliseconds. The first one waits for all its classes to be
     * instrumented, which on a busy machine takes longer than Lincheck's own 30 seconds.
     */
    private static final long INVOCATION_TIMEOUT_MILLIS = 300_000;

    private LincheckAdapter() {}

    /**
     * Lets the scheduler see what an object does. It sees by itself what instrumented code makes with {@code new}; what comes
     * from a constructor reference it would not, and a thread that waits there would stop the search.
     */
    static <T> T instrumented(T part) {
        // Once is enough for a class, and a look at a whole object costs more than the invocation.
        if (Invocations.counted() <= 1) {
            LincheckInstrumentation.INSTANCE.ensureObjectIsTransformed(part);
        }
        return part;
    }

    static String version() {
        return LinCheckerKt.getLincheckVersion();
    }

    /**
     * Explores interleavings of random scenarios under a controlled scheduler, sequentially consistent.
     *
     * @param operations class of the operations, with a public constructor without parameters
     * @param specification class with the same methods, that says what they do one after another
     */
    static Optional<Finding> modelCheck(Class<?> operations, Class<?> specification, Bounds bounds) {
        return check(bounded(new ModelCheckingOptions().loopBound(LOOP_BOUND), specification, bounds), operations);
    }

    /** Runs random scenarios on real threads, as they happen to interleave. */
    static Optional<Finding> stress(Class<?> operations, Class<?> specification, Bounds bounds) {
        // A smaller scenario costs thousands of invocations to find, and there is no interleaving to make readable by
        // it.
        return check(bounded(new StressOptions().minimizeFailedScenario(false), specification, bounds), operations);
    }

    /** Explores interleavings of one program that starts and joins its own threads, and must not throw. */
    static Optional<Finding> modelCheckProgram(Class<? extends Program> program, int invocations) {
        Actor run = new Actor(Program.RUN, List.of());
        ModelCheckingOptions options = new ModelCheckingOptions()
                .loopBound(LOOP_BOUND)
                .iterations(0)
                .addCustomScenario(new ExecutionScenario(List.of(), List.of(List.of(run)), List.of(), null))
                .invocationsPerIteration(invocations)
                .invocationTimeout$lincheck(INVOCATION_TIMEOUT_MILLIS)
                .verifier(NothingThrown.class);
        confined().forEach(options::addGuarantee);
        return check(options, program);
    }

    /**
     * Explores interleavings of given scenarios.
     *
     * @param judge the judge of what happened; has a public constructor without parameters
     */
    static Optional<Finding> modelCheckScenarios(
            Class<?> operations, Class<? extends Judge> judge, List<Scenario> scenarios, int invocations) {
        ModelCheckingOptions options = new ModelCheckingOptions().loopBound(LOOP_BOUND);
        confined().forEach(options::addGuarantee);
        return check(given(options, operations, judge, scenarios, invocations), operations);
    }

    /** Runs given scenarios on real threads, as they happen to interleave. */
    static Optional<Finding> stressScenarios(
            Class<?> operations, Class<? extends Judge> judge, List<Scenario> scenarios, int invocations) {
        return check(given(new StressOptions(), operations, judge, scenarios, invocations), operations);
    }

    private static <O extends Options<O, ?>> O given(
            O options, Class<?> operations, Class<? extends Judge> judge, List<Scenario> scenarios, int invocations) {
        for (Scenario scenario : scenarios) {
            options.addCustomScenario(new ExecutionScenario(
                    actors(operations, scenario.before()),
                    scenario.threads().stream()
                            .map(thread -> actors(operations, thread))
                            .toList(),
                    actors(operations, scenario.after()),
                    null));
        }
        return options.iterations(0)
                .invocationsPerIteration(invocations)
                .invocationTimeout$lincheck(INVOCATION_TIMEOUT_MILLIS)
                .sequentialSpecification(judge)
                .verifier(Judged.class);
    }

    private static List<Actor> actors(Class<?> operations, List<Scenario.Call> calls) {
        return calls.stream()
                .map(call -> new Actor(method(operations, call.operation()), call.arguments()))
                .toList();
    }

    private static Method method(Class<?> operations, String name) {
        return Arrays.stream(operations.getMethods())
                .filter(method -> method.getName().equals(name) && method.isAnnotationPresent(Operation.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operations + " has no operation " + name));
    }

    /** What one thread alone uses, where a switch of threads makes no difference. */
    private static List<ManagedStrategyGuarantee> confined() {
        return List.of(
                atomic(OpenTargets.class), atomic(ByteBuffer.class), atomic(HandleList.class), atomic(UseLedger.class));
    }

    private static ManagedStrategyGuarantee atomic(Class<?> confined) {
        return ManagedStrategyGuaranteeKt.forClasses(confined.getName())
                .allMethods()
                .treatAsAtomic();
    }

    private static <O extends Options<O, ?>> O bounded(O options, Class<?> specification, Bounds bounds) {
        return options.iterations(bounds.scenarios())
                .invocationsPerIteration(bounds.invocations())
                .threads(bounds.threads())
                .actorsPerThread(bounds.perThread())
                .actorsBefore(bounds.before())
                .actorsAfter(bounds.after())
                .sequentialSpecification(specification);
    }

    private static <O extends Options<O, ?>> Optional<Finding> check(O options, Class<?> operations) {
        AtomicReference<Finding> found = new AtomicReference<>();
        // The report is written before Lincheck takes its instrumentation back, and line numbers with it.
        LinCheckerKt.checkImpl(options, operations, failure -> {
            if (failure != null) {
                found.set(finding(failure));
            }
            return Unit.INSTANCE;
        });
        return Optional.ofNullable(found.get());
    }

    private static Finding finding(LincheckFailure failure) {
        Finding.Kind kind = switch (failure.getClass().getSimpleName()) {
            case "IncorrectResultsFailure" -> Finding.Kind.WRONG_RESULTS;
            case "ManagedDeadlockFailure" -> Finding.Kind.DEADLOCK;
            case "ManagedLivelockFailure" -> Finding.Kind.LIVELOCK;
            case "UnexpectedExceptionFailure" -> Finding.Kind.EXCEPTION;
            default -> Finding.Kind.HARNESS_FAILURE;
        };
        Optional<Throwable> thrown = thrown(failure);
        return new Finding(
                thrown.isPresent() ? Finding.Kind.EXCEPTION : kind,
                failure.toString(),
                thrown.map(Throwable::toString).orElse(""),
                failure instanceof IncorrectResultsFailure
                        ? Optional.of(history(failure.getScenario(), failure.getResults()))
                        : Optional.empty(),
                Optional.ofNullable(failure.getTrace())
                        .map(trace -> InterleavingReader.read(trace, kind == Finding.Kind.DEADLOCK)));
    }

    private static History history(ExecutionScenario scenario, ExecutionResult results) {
        List<List<History.Entry>> threads = new ArrayList<>();
        for (int t = 0; t < results.getParallelResultsWithClock().size(); t++) {
            List<Actor> actors = scenario.getParallelExecution().get(t);
            List<ResultWithClock> ends = results.getParallelResultsWithClock().get(t);
            List<History.Entry> thread = new ArrayList<>();
            for (int i = 0; i < ends.size(); i++) {
                thread.add(entry(
                        actors.get(i),
                        ends.get(i).getResult(),
                        ends.get(i).getClockOnStart().getClock()));
            }
            threads.add(thread);
        }
        return new History(
                alone(scenario.getInitExecution(), results.getInitResults()),
                threads,
                alone(scenario.getPostExecution(), results.getPostResults()));
    }

    private static List<History.Entry> alone(List<Actor> actors, List<LincheckResult> ends) {
        List<History.Entry> entries = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            entries.add(entry(actors.get(i), ends.get(i), new int[0]));
        }
        return entries;
    }

    private static History.Entry entry(Actor actor, LincheckResult end, int[] endedBefore) {
        // Whatever is no value, an exception above all, is passed on as what it is: no model says it.
        Object result = end;
        if (end instanceof ValueResult value) {
            result = value.getValue();
        } else if (end instanceof VoidResult) {
            result = null;
        } else if (end instanceof ExceptionResult exception) {
            result = new History.Thrown(exception.getThrowable().toString());
        }
        return new History.Entry(
                new Scenario.Call(actor.getMethod().getName(), actor.getArguments()),
                result,
                Arrays.stream(endedBefore).boxed().toList());
    }

    /**
     * What the code threw. Lincheck takes an exception for a result like any other; here none is one, so that a history in
     * which something was thrown is not mistaken for one that the model contradicts.
     */
    private static Optional<Throwable> thrown(LincheckFailure failure) {
        if (failure instanceof UnexpectedExceptionFailure unexpected) {
            return Optional.of(unexpected.getException());
        }
        if (!(failure instanceof IncorrectResultsFailure incorrect)) {
            return Optional.empty();
        }
        return incorrect.getResults().getThreadsResultsWithClock().stream()
                .flatMap(List::stream)
                .map(ResultWithClock::getResult)
                .filter(ExceptionResult.class::isInstance)
                .map(result -> ((ExceptionResult) result).getThrowable())
                .findFirst();
    }

    /**
     * Accepts any result but an exception. Lincheck's own verifier would run the program a second time, without its
     * scheduler, where one that waits for ever hangs the build.
     */
    public static final class NothingThrown implements Verifier {
        public NothingThrown(Class<?> specification) {}

        @Override
        public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
            return results.getThreadsResultsWithClock().stream()
                    .flatMap(List::stream)
                    .noneMatch(result -> result.getResult() instanceof ExceptionResult);
        }
    }

    /** Asks a {@link Judge} of the project's whether some order of the operations that respects who ended before whom may be. */
    public static final class Judged implements Verifier {
        private final Judge judge;

        public Judged(Class<?> judge) throws ReflectiveOperationException {
            this.judge = (Judge) judge.getConstructor().newInstance();
        }

        @Override
        public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
            return judge.accepts(history(scenario, results));
        }
    }
}
