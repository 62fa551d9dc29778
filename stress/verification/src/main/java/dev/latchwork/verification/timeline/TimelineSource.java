package dev.latchwork.verification.timeline;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a trace comes from. Immutable. */
public enum TimelineSource {
    /** A counterexample of TLC. */
    TLC("tlc"),
    /** A failure that Lincheck found. */
    LINCHECK("lincheck"),
    /** A schedule that was replayed on the shipped classes. */
    REPLAY("replay"),
    /** A run that was recorded. */
    RECORDED("recorded"),
    /** A step that breaks a proof. */
    PROOF("proof");

    private final String word;

    TimelineSource(String word) {
        this.word = word;
    }

    /** The source as written in files. */
    @JsonValue
    public String word() {
        return word;
    }
}
