package dev.sommelier.judges.audit;

import dev.sommelier.core.Document;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.RelevancePair;
import dev.sommelier.judges.relevance.Truncation;
import dev.sommelier.llm.Tokens;
import java.util.List;

/// Makes room in long texts for what an audit adds. A judge that reads the first 300 tokens of a text would otherwise
/// never see an instruction behind them, and the audit would call it proof against such.
///
/// @param pairs the sample, long texts shortened to their beginning
/// @param shortened how many of them were
public record AuditSpace(List<RelevancePair> pairs, int shortened) {
    /// Tokens may join differently at a seam.
    private static final int SEAM = 4;

    public AuditSpace {
        pairs = List.copyOf(pairs);
    }

    /// Shortens the texts of a sample as far as the longest addition needs. Zero-width spaces, which lengthen a text by
    /// its own length, have no room made for them: a long text with them is read in part.
    ///
    /// @param truncation what the judge reads
    /// @param tokens the judge's
    /// @param seed of the audit
    public static AuditSpace of(
            List<RelevancePair> sample, GradeScale scale, Truncation truncation, Tokens tokens, long seed) {
        if (truncation.policy() == Truncation.Policy.NONE) {
            return new AuditSpace(sample, 0);
        }
        int room = room(sample, scale, tokens, seed);
        int kept = Math.max(1, truncation.tokens() - room);
        var pairs = sample.stream().map(pair -> shortened(pair, kept, tokens)).toList();
        int count = 0;
        for (int i = 0; i < pairs.size(); i++) {
            count += pairs.get(i).equals(sample.get(i)) ? 0 : 1;
        }
        return new AuditSpace(pairs, count);
    }

    /// The longest title and the most that a change adds, by its tokens on an empty text.
    private static int room(List<RelevancePair> sample, GradeScale scale, Tokens tokens, long seed) {
        var probes = Probes.of(scale, seed);
        int title = 0;
        int added = 0;
        for (var pair : sample) {
            title = Math.max(title, pair.document().title().map(tokens::count).orElse(0));
            var empty =
                    new RelevancePair(pair.topic(), new Document(pair.document().id(), ""));
            for (var probe : probes) {
                added = Math.max(
                        added,
                        tokens.count(probe.change().apply(empty).document().text()));
            }
        }
        return title + added + SEAM;
    }

    private static RelevancePair shortened(RelevancePair pair, int kept, Tokens tokens) {
        var document = pair.document();
        if (tokens.count(document.text()) <= kept) {
            return pair;
        }
        return new RelevancePair(
                pair.topic(), new Document(document.id(), document.title(), tokens.head(document.text(), kept)));
    }
}
