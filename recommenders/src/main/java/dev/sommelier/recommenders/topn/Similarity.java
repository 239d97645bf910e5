package dev.sommelier.recommenders.topn;

/// How alike two weighted sets are, from their dot product and their sums of squares.
public enum Similarity {
    /// `dot / (sqrt(squares other) + shrinkage)`.
    COSINE,
    /// `dot / (squares + other - dot + shrinkage)`: for sets without weights the share of the union that both have
    /// (Jaccard), with weights its extension by Tanimoto.
    JACCARD,
    /// The dot product itself; takes no shrinkage.
    DOT;

    /// The similarity; 0 where the dot product is not positive.
    double of(double dot, double squares, double other, double shrinkage) {
        if (!(dot > 0)) {
            return 0;
        }
        return switch (this) {
            case COSINE -> dot / (Math.sqrt(squares * other) + shrinkage);
            case JACCARD -> dot / (squares + other - dot + shrinkage);
            case DOT -> dot;
        };
    }
}
