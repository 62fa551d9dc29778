package dev.latchwork.verification.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The first step at which something is wrong, and what. Immutable.
 *
 * @param step its number
 * @param words in a sentence
 */
public record BadStep(
        @JsonProperty(required = true) int step,
        @JsonProperty(required = true) String words) {}
