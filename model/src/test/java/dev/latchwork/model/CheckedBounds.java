package dev.latchwork.model;

/**
 * Bounds within which the properties are checked, and the size of the reference's state graph there.
 *
 * @param label name in check ids; where the specification has a model of the same name, it has the same bounds
 * @param bounds the bounds
 * @param distinct distinct states of the reference
 * @param transitions transitions of the reference
 * @param diameter diameter of the reference's state graph
 */
record CheckedBounds(String label, Bounds bounds, int distinct, long transitions, int diameter) {

    /** The smallest pool that has a peer to wake: a cold start, a batch, a full ring of 2. */
    static final CheckedBounds SMALL =
            of("small", Bounds.builder().workers(2).ios(2).maxBatch(2), 1_123, 2_661, 25);

    /** Two submitters fill a ring of 2 and perform what did not fit. */
    static final CheckedBounds RING_FULL =
            of("ringFull", Bounds.builder().workers(2).submitters(2).ios(3).maxBatch(2), 9_729, 30_656, 30);

    /** An interrupt and a reopen failure: workers leave, hand over, and are replaced. */
    static final CheckedBounds EXITS = of(
            "exits",
            Bounds.builder()
                    .workers(2)
                    .ios(2)
                    .maxBatch(2)
                    .ringSize(4)
                    .interrupts(1)
                    .reopenFailures(1),
            25_315,
            72_505,
            34);

    /** The pool shrinks or grows by a reload. */
    static final CheckedBounds RESIZE = of(
            "resize", Bounds.builder().workers(2).ios(2).maxBatch(2).ringSize(4).reloads(1, 1, 2), 6_628, 19_151, 30);

    /** A reload, an interrupt and a reopen failure in one behaviour. */
    static final CheckedBounds POOL = of(
            "pool",
            Bounds.builder()
                    .workers(2)
                    .ios(3)
                    .maxBatch(3)
                    .ringSize(4)
                    .reloads(1, 1, 2)
                    .interrupts(1)
                    .reopenFailures(1),
            213_985,
            781_478,
            41);

    /** Three workers, so that one wakes two peers. */
    static final CheckedBounds THREE = of(
            "three",
            Bounds.builder().workers(3).submitters(2).ios(3).maxBatch(3).ringSize(4),
            115_568,
            453_923,
            39);

    /** Three workers and an interrupt: a hand-over with two peers to choose from. */
    static final CheckedBounds THREE_EXITS = of(
            "threeExits",
            Bounds.builder().workers(3).ios(3).maxBatch(3).ringSize(4).interrupts(1),
            535_365,
            2_079_490,
            45);

    /** Two waiting workers of which one may be retired: where the faults A and B show. */
    static final CheckedBounds WARM_RESIZE = of(
            "warmResize",
            Bounds.builder()
                    .start(Start.WARM)
                    .workers(2)
                    .ios(2)
                    .maxBatch(2)
                    .ringSize(4)
                    .reloads(1, 1, 2),
            1_157,
            2_668,
            25);

    /** Two waiting workers of which one may be interrupted or fail. */
    static final CheckedBounds WARM_EXITS = of(
            "warmExits",
            Bounds.builder()
                    .start(Start.WARM)
                    .workers(2)
                    .ios(2)
                    .maxBatch(2)
                    .ringSize(4)
                    .interrupts(1)
                    .reopenFailures(1),
            7_096,
            17_222,
            33);

    /** Sessions close, and the pool after them. */
    static final CheckedBounds CLOSE =
            of("close", Bounds.builder().workers(2).submitters(2).ios(2).closes(true), 10_003, 28_969, 33);

    /** The same, a worker being interrupted or failing meanwhile. */
    static final CheckedBounds CLOSE_EXITS = of(
            "closeExits",
            Bounds.builder()
                    .workers(2)
                    .ios(2)
                    .maxBatch(2)
                    .interrupts(1)
                    .reopenFailures(1)
                    .closes(true),
            40_763,
            118_054,
            38);

    /** One worker, and a pool that may grow beyond its first size: where fault D shows. */
    static final CheckedBounds GROWS =
            of("grows", Bounds.builder().workers(2).poolSize(1).reloads(1, 1, 2), 263, 540, 18);

    /** Three waiting workers of which one may be interrupted. */
    static final CheckedBounds WARM_THREE = of(
            "warmThree",
            Bounds.builder()
                    .start(Start.WARM)
                    .workers(3)
                    .ios(3)
                    .maxBatch(3)
                    .ringSize(4)
                    .interrupts(1),
            61_565,
            208_366,
            38);

    /** Two submitters, a reload, an interrupt and a reopen failure: more than twenty million states, for one exploration. */
    static final CheckedBounds LARGE = of(
            "large",
            Bounds.builder()
                    .workers(3)
                    .submitters(2)
                    .ios(3)
                    .maxBatch(3)
                    .ringSize(4)
                    .reloads(1, 2)
                    .interrupts(1)
                    .reopenFailures(1),
            26_085_886,
            134_641_342,
            55);

    private static CheckedBounds of(
            String label, Bounds.Builder builder, int distinct, long transitions, int diameter) {
        return new CheckedBounds(label, builder.build(), distinct, transitions, diameter);
    }
}
