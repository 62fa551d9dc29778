package dev.latchwork.properties;

import dev.latchwork.model.completion.CompletionBounds;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * A random walk through uses of handles and waits for them.
 *
 * @param bounds the world in which it is taken
 * @param choices at each state which of the actions that can happen does; a choice wraps round when there are fewer
 */
record HandleWalk(CompletionBounds bounds, List<Integer> choices) {
    /** Only the bounds: the choices mean nothing without the schedule that they lead to. */
    @Override
    public String toString() {
        return bounds.toString();
    }

    /** Up to five sessions with up to four handles each, of which each is used again and again. */
    static final class Supplier implements ArbitrarySupplier<HandleWalk> {
        private static final int MOST_SESSIONS = 5;
        private static final int MOST_PER_SESSION = 4;
        private static final int MOST_EXECUTORS = 3;
        private static final int USES = 100;
        private static final int WAITS = 200;
        private static final int LONGEST = 300;
        private static final int MOST_CHOICES = 1 << 16;

        @Override
        public Arbitrary<HandleWalk> get() {
            Arbitrary<CompletionBounds> bounds = Combinators.combine(
                            between(1, MOST_SESSIONS), between(1, MOST_PER_SESSION), between(1, MOST_EXECUTORS))
                    .as((sessions, perSession, executors) ->
                            new CompletionBounds(sessions, sessions * perSession, perSession, executors, USES, WAITS));
            Arbitrary<List<Integer>> choices = between(0, MOST_CHOICES)
                    .list()
                    .ofMaxSize(LONGEST)
                    .withSizeDistribution(RandomDistribution.uniform());
            return Combinators.combine(bounds, choices).as(HandleWalk::new);
        }

        private static Arbitrary<Integer> between(int low, int high) {
            return Arbitraries.integers().between(low, high).withDistribution(RandomDistribution.uniform());
        }
    }
}
