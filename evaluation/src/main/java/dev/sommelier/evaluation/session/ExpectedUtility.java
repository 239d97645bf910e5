package dev.sommelier.evaluation.session;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Expected utility of a session: the sum over all documents shown of the chance that the user reads it times (its
/// gain,
/// damped for what was read before, less the cost of reading).
///
/// The user reads rank r of each query with chance `p^(r - 1)`. The gain is the grade times `damping^n`, n the expected
/// number of times that the user has read the document before: the expectation is taken within the power, as the source
/// does; a document is the unit of information where the source has nuggets. Below 0 when reading costs more than it
/// gives, 0 without documents.
///
/// Source: Yang and Lad, *Modeling expected utility of multi-session information distillation*, ICTIR 2009. The
/// formula follows descriptions of the paper in later ones, not its text, and no published values were at hand.
///
/// @param persistence p, from 0 to below 1
/// @param damping from 0 (a document counts once) to 1 (every reading counts)
/// @param cost of reading a document, in units of gain, at least 0
public record ExpectedUtility(double persistence, double damping, double cost) implements SessionMetric {
    public ExpectedUtility {
        if (!(persistence >= 0 && persistence < 1 && damping >= 0 && damping <= 1 && cost >= 0)) {
            throw new IllegalArgumentException("persistence must be from 0 to below 1, damping from 0 to 1 and cost at"
                    + " least 0, got " + persistence + ", " + damping + " and " + cost);
        }
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "EU(p=%s,damping=%s,cost=%s)", persistence, damping, cost);
    }

    @Override
    public double of(Session session) {
        Map<String, Double> read = new HashMap<>();
        double value = 0;
        for (var results : session.queries()) {
            double chance = 1;
            for (var shown : results) {
                double before = read.getOrDefault(shown.document(), 0.0);
                value += chance * (shown.grade() * Math.pow(damping, before) - cost);
                read.put(shown.document(), before + chance);
                chance *= persistence;
            }
        }
        return value;
    }
}
