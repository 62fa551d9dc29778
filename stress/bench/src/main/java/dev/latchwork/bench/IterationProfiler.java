package dev.latchwork.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Carries the {@link IterationRecord} from the fork to JMH's results. */
public final class IterationProfiler implements InternalProfiler {
    @Override
    public String getDescription() {
        return "medians and counts of submitted batches";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // The states begin to count by themselves, in their own threads.
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        List<Result<?>> results = new ArrayList<>();
        IterationRecord.take(Integer.parseInt(benchmark.getParam("batch")))
                .forEach((metric, value) ->
                        results.add(new ScalarResult(metric.name(), value, "-", AggregationPolicy.AVG)));
        return results;
    }
}
