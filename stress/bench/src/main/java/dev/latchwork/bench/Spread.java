package dev.latchwork.bench;

import java.util.List;
import java.util.Locale;

/**
 * Median and range of one figure over the rounds.
 *
 * @param count rounds, 1 or more
 */
record Spread(double median, double least, double most, int count) {
    /** Of one or more values. */
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(size - 1), size);
    }

    /** For tables: the median and, in brackets, the range. */
    String inWords(int decimals) {
        return String.format(
                Locale.ROOT, "%." + decimals + "f [%." + decimals + "f..%." + decimals + "f]", median, least, most);
    }
}
