package dev.latchwork.bench;

import dev.latchwork.bench.engine.EngineKind;
import java.util.Map;

/**
 * What one fork measured.
 *
 * @param round forks of one round run one after the other, in an order of their own; ratios are taken within a round
 * @param metrics what is known, see {@link Metric}
 */
record Measurement(int round, Panel panel, EngineKind engine, Map<Metric, Double> metrics) {}
