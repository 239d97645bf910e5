package dev.sommelier.judges.preference;

import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.Usage;
import dev.sommelier.retrieval.EmbeddingIndex;
import java.util.List;

/// Prefers the answer whose vector is nearer to that of the person's answer. The probability is the share of the
/// cosine, moved to 0 to 1, that the first answer has of both; its order in the input means nothing.
public final class EmbeddingAnswerJudge implements AnswerJudge {
    private final TextEncoder encoder;

    /// @param encoder gives vectors of length 1
    public EmbeddingAnswerJudge(TextEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String name() {
        return "embedding";
    }

    @Override
    public String parameters() {
        return "encoder=" + encoder.name();
    }

    @Override
    public List<PreferenceOutcome> compare(List<AnswerPair> pairs) {
        return pairs.stream().map(this::compare).toList();
    }

    private PreferenceOutcome compare(AnswerPair pair) {
        if (pair.reference().isEmpty()) {
            return new PreferenceOutcome.Failed("no-reference", "the pair has no answer of a person");
        }
        var vectors = encoder.encode(List.of(pair.reference().get(), pair.first(), pair.second()));
        double first = near(vectors[0], vectors[1]);
        double second = near(vectors[0], vectors[2]);
        if (!(first + second > 0)) {
            return new PreferenceOutcome.Failed("encoder", "the encoder gave no cosine for both answers");
        }
        double share = first == second ? .5 : first / (first + second);
        return new PreferenceOutcome.Compared(new Preference(share, share, Usage.NONE));
    }

    private static double near(float[] reference, float[] answer) {
        return Math.clamp((1 + EmbeddingIndex.dot(reference, answer)) / 2, 0, 1);
    }
}
