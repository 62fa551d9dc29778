package dev.latchwork.nemesis;

/** What a run came to, and whether that is what its plan promises. */
public interface RunOutcome {
    /** What is wrong with it, or null. */
    String fault();

    /** For a person, line by line. */
    String inWords();
}
