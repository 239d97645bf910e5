package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.RelevanceJudge;
import dev.sommelier.judges.relevance.RelevancePair;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The control without a model: the share of the query's words that the document has, cut evenly into the scale's
/// grades. What a language model adds is measured against it.
public final class WordOverlapJudge implements RelevanceJudge {
    /// The method's name.
    public static final String NAME = "word-overlap";

    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final GradeScale scale;

    /// @param scale the grades to give
    public WordOverlapJudge(GradeScale scale) {
        this.scale = scale;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public GradeScale scale() {
        return scale;
    }

    @Override
    public Provenance facts() {
        return new Provenance(Map.of("method", NAME + " 1")).with("scale", scale.words());
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        return batch.stream().map(this::judge).toList();
    }

    private Judgment judge(RelevancePair pair) {
        var document = pair.document();
        var query = words(pair.topic().text());
        var words = words(document.title().orElse("") + " " + document.text());
        double share = query.isEmpty()
                ? 0
                : (double) query.stream().filter(words::contains).count() / query.size();
        int grade =
                Math.min((int) (share * scale.grades().size()), scale.grades().size() - 1);
        return new Judgment.Graded(
                pair.topic().id(), document.id(), scale.values().get(grade), List.of(), share, "", Usage.NONE);
    }

    private static Set<String> words(String text) {
        var words = new HashSet<>(Arrays.asList(BREAK.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
