package dev.latchwork.jcstress;

/** Keeps two actors in step, so that they race on a loaded machine too: one waits for the other's start, but not for long. */
public final class StartSignal {
    /** Looks after which an actor goes on alone: the other may have no processor. */
    private static final int LOOKS = 200;

    private volatile boolean started;

    /** Called by the one. */
    public void start() {
        started = true;
    }

    /** Called by the other. */
    public void await() {
        for (int i = 0; i < LOOKS && !started; i++) {
            Thread.onSpinWait();
        }
    }
}
