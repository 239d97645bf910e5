package dev.sommelier.retrieval;

import java.util.Locale;

/// How BM25 weighs words: Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009,
/// [doi:10.1561/1500000019](https://doi.org/10.1561/1500000019), in Lucene's form, whose IDF is never negative.
///
/// @param k1 how much repetition counts, at least 0
/// @param b how much length counts, 0 to 1
/// @param title the weight of words in the title, at least 0
/// @param text the weight of words in the text, at least 0
public record Bm25(double k1, double b, double title, double text) {
    /// k1 .9, b .4, the text alone with the title before it.
    public static final Bm25 DEFAULT = new Bm25(.9, .4, 0, 1);

    public Bm25 {
        if (!(k1 >= 0 && b >= 0 && b <= 1 && title >= 0 && text >= 0 && title + text > 0)) {
            throw new IllegalArgumentException("BM25 needs k1 >= 0, b from 0 to 1 and a field with weight, got k1 " + k1
                    + ", b " + b + ", title " + title + ", text " + text);
        }
    }

    /// A name for runs, such as `bm25-k0.90-b0.40-title0.0-text1.0`.
    public String name() {
        return String.format(Locale.ROOT, "bm25-k%.2f-b%.2f-title%.1f-text%.1f", k1, b, title, text);
    }
}
