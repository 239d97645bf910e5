package dev.sommelier.evaluation.session;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// U-measure: the gain of what was read, each text's gain decayed by how much text was read up to its end: `sum of gain
/// * max(0, 1 - position / L)`.
///
/// The trail of texts is all documents shown, in order, query after query; a query after the first adds
/// `reformulation` characters. The gain is `(2^grade - 1) / 2^highest`, that of a document read again 0. At least 0,
/// without an upper end; 0 when nothing relevant is shown.
///
/// Source: Sakai and Dou, *Summaries, ranked retrieval and sessions: a unified framework for information access
/// evaluation*, SIGIR 2013, [doi:10.1145/2484028.2484031](https://doi.org/10.1145/2484028.2484031).
///
/// @param patience L, the characters after which nothing counts, above 0; the source uses 132,000 for sessions
/// @param reformulation the reading that a new query costs, in characters, at least 0
/// @param highest the highest grade of the scale
public record UMeasure(double patience, double reformulation, int highest) implements SessionMetric {
    public UMeasure {
        if (!(patience > 0 && reformulation >= 0) || highest < 1) {
            throw new IllegalArgumentException(
                    "patience must be above 0, reformulation at least 0 and the highest grade" + " at least 1, got "
                            + patience + ", " + reformulation + " and " + highest);
        }
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "U(L=%.0f)", patience);
    }

    @Override
    public double of(Session session) {
        return of(session.queries());
    }

    double of(List<List<Shown>> queries) {
        var read = new HashSet<String>();
        double position = 0;
        double value = 0;
        for (int q = 0; q < queries.size(); q++) {
            position += q == 0 ? 0 : reformulation;
            for (var shown : queries.get(q)) {
                position += shown.length();
                if (read.add(shown.document())) {
                    double gain = (Math.pow(2, shown.grade()) - 1) / Math.pow(2, highest);
                    value += gain * Math.max(0, 1 - position / patience);
                }
            }
        }
        return value;
    }
}
