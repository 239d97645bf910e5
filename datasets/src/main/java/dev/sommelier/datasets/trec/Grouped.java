package dev.sommelier.datasets.trec;

import dev.sommelier.core.IdList;
import java.util.List;

/// A file's lines as columns, all lines of a topic together.
final class Grouped {
    final List<String> topics;
    final double[] values;
    final int[] starts;
    final int[] ends;
    private final int[] hashes;
    private final int[] bounds;
    private final IdList documents;

    Grouped(byte[] text, List<String> topics, int[] bounds, int[] starts, int[] ends, int[] hashes, double[] values) {
        this.topics = topics;
        this.bounds = bounds;
        this.starts = starts;
        this.ends = ends;
        this.values = values;
        this.hashes = hashes;
        this.documents = IdList.slices(text, starts, ends, hashes);
    }

    int first(int topic) {
        return bounds[topic];
    }

    int end(int topic) {
        return bounds[topic + 1];
    }

    IdList documents(int topic) {
        return documents.slice(bounds[topic], bounds[topic + 1]);
    }

    /// Finds documents that a topic has more than once, in the order of the topics.
    void repetitions(Repetitions.Repetition each) {
        var repetitions = new Repetitions();
        for (int topic = 0; topic < topics.size(); topic++) {
            repetitions.find(documents, hashes, first(topic), end(topic), each);
        }
    }
}
