package dev.sommelier.evaluation.agreement;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Distribution;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// One table of grades for each topic, from which every figure and its spread over topics is computed.
public final class TopicConfusions {
    private final List<String> topics;
    private final List<Confusion> tables;

    /// @param topics the topics in order
    /// @param tables one for each topic, of one scale; not changed afterwards
    public TopicConfusions(List<String> topics, List<Confusion> tables) {
        if (topics.size() != tables.size() || topics.isEmpty()) {
            throw new IllegalArgumentException("every topic needs a table, and there must be one; got " + topics.size()
                    + " topics and " + tables.size() + " tables");
        }
        this.topics = List.copyOf(topics);
        this.tables = List.copyOf(tables);
    }

    /// The topics in order.
    public List<String> topics() {
        return topics;
    }

    /// A topic's table by the topic's number.
    public Confusion table(int topic) {
        return tables.get(topic);
    }

    /// All pairs together.
    public Confusion pooled() {
        var pooled = new Confusion(tables.getFirst().scale());
        tables.forEach(pooled::add);
        return pooled;
    }

    /// The tables of the named topics only, in this object's order.
    public TopicConfusions only(Set<String> wanted) {
        var kept = IntStream.range(0, topics.size())
                .filter(i -> wanted.contains(topics.get(i)))
                .boxed()
                .toList();
        return new TopicConfusions(
                kept.stream().map(topics::get).toList(),
                kept.stream().map(tables::get).toList());
    }

    /// How the pooled measures spread when topics are resampled.
    public List<Distribution> resample(List<AgreementMeasure> measures, int resamples, long seed) {
        var pool = new Confusion(tables.getFirst().scale());
        return Bootstrap.resample(
                tables.size(),
                measures.size(),
                (drawn, values) -> measure(pool, drawn, measures, values),
                resamples,
                seed);
    }

    /// How the differences `this - other` of pooled measures spread when topics are resampled, the same topics on both
    /// sides.
    public List<Distribution> resampleDifference(
            TopicConfusions other, List<AgreementMeasure> measures, int resamples, long seed) {
        if (!other.topics.equals(topics)) {
            throw new IllegalArgumentException("a paired comparison needs the same topics on both sides");
        }
        var pool = new Confusion(tables.getFirst().scale());
        var others = new double[measures.size()];
        return Bootstrap.resample(
                tables.size(),
                measures.size(),
                (drawn, values) -> {
                    measure(pool, drawn, measures, values);
                    other.measure(pool, drawn, measures, others);
                    for (int m = 0; m < others.length; m++) {
                        values[m] -= others[m];
                    }
                },
                resamples,
                seed);
    }

    private void measure(Confusion pool, int[] drawn, List<AgreementMeasure> measures, double[] values) {
        pool.clear();
        for (int topic : drawn) {
            pool.add(tables.get(topic));
        }
        for (int m = 0; m < values.length; m++) {
            values[m] = measures.get(m).of(pool);
        }
    }
}
