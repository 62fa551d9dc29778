package dev.latchwork.model.history;

import java.util.SplittableRandom;

/** Small random histories of a register, as {@link RandomQueueHistory} has them of a queue. Stateless. */
final class RandomRegisterHistory {
    private static final int MOST_OPERATIONS = 8;
    private static final int STEP = 4;

    private RandomRegisterHistory() {}

    /** A history of the {@code seed}; corrupted if so wanted. */
    static RegisterHistory of(long seed, boolean corrupted) {
        SplittableRandom random = new SplittableRandom(seed);
        RegisterHistory.Builder builder = new RegisterHistory.Builder("register");
        int count = 3 + random.nextInt(MOST_OPERATIONS - 2);
        int spread = 1 + random.nextInt(6 * STEP);
        int wrong = corrupted ? random.nextInt(count) : -1;
        long value = RegisterHistory.INITIAL;
        long written = 0;
        for (int i = 0; i < count; i++) {
            int witness = 100 + STEP * i;
            int invocation = witness - random.nextInt(spread);
            int response = witness + random.nextInt(spread);
            if (i == wrong && random.nextBoolean()) {
                int by = random.nextInt(-5 * STEP, 5 * STEP);
                invocation += by;
                response += by;
            }
            if (random.nextInt(3) == 0) {
                written++;
                // Two writes of the same value are no mistake of a register.
                long now = random.nextInt(8) == 0 ? random.nextInt((int) written + 1) : written;
                boolean fails = random.nextInt(6) == 0;
                boolean happens = !fails || random.nextBoolean();
                if (!fails) {
                    builder.write(0, now, invocation, response);
                } else {
                    builder.perhapsWrite(0, now, invocation, random.nextInt(3) == 0 ? History.PENDING : response);
                }
                value = happens ? now : value;
            } else {
                long seen = i == wrong ? random.nextInt((int) written + 2) : value;
                builder.read(0, seen, invocation, response);
            }
        }
        return builder.build();
    }
}
