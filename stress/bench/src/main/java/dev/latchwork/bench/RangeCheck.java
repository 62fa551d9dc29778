package dev.latchwork.bench;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses an option that is out of range, with option, value and range. */
record RangeCheck(CommandSpec spec) {
    void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new ParameterException(
                    spec.commandLine(),
                    value + " is outside the valid range for \"" + option + "\" (" + least + " .. 2^31-1)");
        }
    }
}
