package dev.sommelier.recommenders.topn;

/// What a contact weighs inside a similarity. A *document* is what is compared (an item for [ItemKnn], a user for
/// [UserKnn]), a *term* is what it consists of (users, or items). With `N` documents and `n(t)` of them holding the
/// term,
/// `idf(t) = ln((N + 1) / (n(t) + 1))`, which is at least 0.
public enum Weighting {
    /// 1.
    NONE,
    /// `idf(t)`: contacts that many documents share say less.
    TFIDF,
    /// `idf(t) (k1 + 1) / (k1 (1 - b + b length / mean length) + 1)`: long documents weigh less too.
    BM25
}
