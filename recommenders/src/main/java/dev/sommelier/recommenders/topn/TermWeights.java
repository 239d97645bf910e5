package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.store.DoubleArray;

/// The weights of contacts as a product of a term's and a document's part, see [Weighting].
///
/// @param squares for each term its part squared
/// @param meanLength the mean number of terms of a document
record TermWeights(KnnOptions options, DoubleArray squares, double meanLength) {
    /// @param documents for each document its terms
    /// @param holders for each term the documents that hold it
    static TermWeights of(KnnOptions options, int[][] documents, int[][] holders) {
        var squares = new double[holders.length];
        long contacts = 0;
        for (int t = 0; t < squares.length; t++) {
            double idf = options.weighting() == Weighting.NONE
                    ? 1
                    : Math.log((documents.length + 1.0) / (holders[t].length + 1.0));
            squares[t] = idf * idf;
            contacts += holders[t].length;
        }
        return new TermWeights(
                options, DoubleArray.of(squares), documents.length == 0 ? 0 : (double) contacts / documents.length);
    }

    /// A document's part.
    double document(int length) {
        if (options.weighting() != Weighting.BM25 || length == 0) {
            return 1;
        }
        double relative = 1 - options.b() + options.b() * length / meanLength;
        return (options.k1() + 1) / (options.k1() * relative + 1);
    }

    /// The sum of the squared weights of a document.
    double squares(int[] terms) {
        double sum = 0;
        for (int term : terms) {
            sum += squares.get(term);
        }
        double own = document(terms.length);
        return own * own * sum;
    }
}
