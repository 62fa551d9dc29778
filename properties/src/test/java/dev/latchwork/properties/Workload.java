package dev.latchwork.properties;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.IoMethod;
import dev.latchwork.aio.IoWakeupPolicy;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * What several sessions do to one instance, and what goes wrong around them.
 *
 * @param settings of the instance
 * @param faults what fails that no I/O asks for
 * @param sessions the turns of each session, which all run at the same time
 */
record Workload(AioSettings settings, Faults faults, List<List<Turn>> sessions) {
    /** Bytes of the file and of the memory that are read. */
    static final int SOURCE_BYTES = 1 << 16;
    /** Bytes of the longest transfer. */
    static final int LONGEST_TRANSFER = 4096;

    /**
     * One batch, from its staging to the check of its results.
     *
     * @param batch 1 to 32 transfers
     * @param disturbance what happens to the pool once the batch is submitted
     * @param awaitsAnother whether the session then also waits for an I/O of the next session
     */
    record Turn(List<Transfer> batch, Disturbance disturbance, boolean awaitsAnother) {}

    /**
     * One I/O.
     *
     * @param kind what it does
     * @param offset where it reads, in bytes, up to a little behind the end of the source; writes go one behind another
     * @param length in bytes, 1 to {@link #LONGEST_TRANSFER}
     */
    record Transfer(Kind kind, int offset, int length) {
        /** What a transfer does, and so who may perform it. */
        enum Kind {
            /** Reads the shared file. */
            READ(true),
            /** Writes to the session's own file. */
            WRITE(true),
            /** Reads the shared file, which gives half of what is there. */
            READ_SHORT(true),
            /** Reads the shared file, which fails. */
            READ_FAILING(true),
            /** Reads a file that is deleted before the batch is submitted, so that a worker cannot reopen it. */
            READ_DELETED(true),
            /** Reads the shared file into memory that is the session's alone. */
            READ_INTO_LOCAL(false),
            /** Reads memory, which no worker can open. */
            READ_MEMORY(false);

            private final boolean forWorkers;

            Kind(boolean forWorkers) {
                this.forWorkers = forWorkers;
            }

            /** Whether it goes to the workers as long as the queue has room. */
            boolean isForWorkers() {
                return forWorkers;
            }

            /** Whether it reads. */
            boolean isRead() {
                return this != WRITE;
            }
        }
    }

    /**
     * Something that happens to the pool.
     *
     * @param change what
     * @param argument the new size, 1 to 32, or one more than the slot of the worker that is interrupted
     */
    record Disturbance(Change change, int argument) {
        String inWords() {
            return change == Change.NONE ? "" : " " + change + " " + argument;
        }

        /** What can happen. */
        enum Change {
            NONE,
            RELOAD,
            INTERRUPT
        }
    }

    /** The settings, and for each session its turns by size; the seed gives the rest again. */
    @Override
    public String toString() {
        return settings + ", " + faults + ", batches "
                + sessions.stream()
                        .map(turns -> turns.stream()
                                .map(turn ->
                                        turn.batch().size() + turn.disturbance().inWords())
                                .toList())
                        .toList();
    }

    int ios() {
        return sessions.stream()
                .flatMap(List::stream)
                .mapToInt(turn -> turn.batch().size())
                .sum();
    }

    /**
     * The whole ranges of the settings, and up to five sessions. Most of the queues are small enough to be full now and
     * then, and most of the sessions have a handle for each I/O of a batch.
     */
    static final class Supplier implements ArbitrarySupplier<Workload> {
        private static final int MOST_SESSIONS = 5;
        private static final int MOST_TURNS = 6;
        private static final int SMALL_QUEUE = 16;
        private static final int MEDIUM_QUEUE = 256;
        private static final int LARGEST_QUEUE = 65_536;
        private static final int MANY_HANDLES = 64;
        private static final int MOST_HANDLES = 1024;

        @Override
        public Arbitrary<Workload> get() {
            Arbitrary<List<List<Turn>>> sessions = upTo(MOST_SESSIONS, upTo(MOST_TURNS, turns()));
            return Combinators.combine(settings(), Faults.any(), sessions).as(Supplier::workload);
        }

        private static Workload workload(AioSettings settings, Faults faults, List<List<Turn>> sessions) {
            return new Workload(settings.withMaxSessions(sessions.size()), faults, sessions);
        }

        private static Arbitrary<AioSettings> settings() {
            Arbitrary<Integer> queueSizes = Arbitraries.frequencyOf(
                    Tuple.of(4, between(2, SMALL_QUEUE)),
                    Tuple.of(3, between(2, MEDIUM_QUEUE)),
                    Tuple.of(1, between(2, LARGEST_QUEUE)));
            Arbitrary<Integer> handles = Arbitraries.frequencyOf(
                    Tuple.of(4, between(1, AioSettings.SUBMIT_BATCH_SIZE)),
                    Tuple.of(4, between(AioSettings.SUBMIT_BATCH_SIZE, MANY_HANDLES)),
                    Tuple.of(1, between(1, MOST_HANDLES)));
            return Combinators.combine(
                            between(1, AioSettings.MAX_IO_WORKERS),
                            handles,
                            queueSizes,
                            Arbitraries.oneOf(
                                    Arbitraries.just(AioSettings.SUBMIT_BATCH_SIZE),
                                    between(1, AioSettings.SUBMIT_BATCH_SIZE)),
                            between(0, AioSettings.MAX_IO_WORKERS - 1),
                            Arbitraries.of(IoWakeupPolicy.class))
                    .as((workers, concurrency, queueSize, batchSize, fanout, policy) -> new AioSettings(
                            IoMethod.WORKER, workers, concurrency, queueSize, batchSize, fanout, policy, 1));
        }

        private static Arbitrary<Turn> turns() {
            return Combinators.combine(
                            upTo(AioSettings.SUBMIT_BATCH_SIZE, transfers()),
                            disturbances(),
                            Arbitraries.of(true, false))
                    .as(Turn::new);
        }

        private static Arbitrary<Disturbance> disturbances() {
            return Combinators.combine(Arbitraries.of(Disturbance.Change.class), between(1, AioSettings.MAX_IO_WORKERS))
                    .as(Disturbance::new);
        }

        private static Arbitrary<Transfer> transfers() {
            Arbitrary<Transfer.Kind> kinds = Arbitraries.frequency(
                    Tuple.of(24, Transfer.Kind.READ),
                    Tuple.of(8, Transfer.Kind.WRITE),
                    Tuple.of(2, Transfer.Kind.READ_SHORT),
                    Tuple.of(1, Transfer.Kind.READ_FAILING),
                    Tuple.of(1, Transfer.Kind.READ_DELETED),
                    Tuple.of(2, Transfer.Kind.READ_INTO_LOCAL),
                    Tuple.of(2, Transfer.Kind.READ_MEMORY));
            return Combinators.combine(kinds, between(0, SOURCE_BYTES + LONGEST_TRANSFER), between(1, LONGEST_TRANSFER))
                    .as(Transfer::new);
        }

        /** Uniform, where jqwik would prefer small numbers. */
        private static Arbitrary<Integer> between(int low, int high) {
            return Arbitraries.integers().between(low, high).withDistribution(RandomDistribution.uniform());
        }

        private static <T> Arbitrary<List<T>> upTo(int most, Arbitrary<T> elements) {
            return elements.list().ofMinSize(1).ofMaxSize(most).withSizeDistribution(RandomDistribution.uniform());
        }
    }
}
