package dev.sommelier.agent.conversation.parse;

/// The attitude at each word of a line: which cue before it in the same sentence counts.
final class Stance {
    private final Attitude[] attitudes;
    private final boolean[] negated;
    private final boolean[] cued;
    private final boolean[] seen;

    private Stance(int size) {
        attitudes = new Attitude[size];
        negated = new boolean[size];
        cued = new boolean[size];
        seen = new boolean[size];
    }

    static Stance of(Words words) {
        var stance = new Stance(words.size());
        var attitude = Attitude.NEUTRAL;
        boolean negation = false;
        boolean cue = false;
        boolean contact = false;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i).lower();
            if (Lexicon.STOPS.contains(word) || Lexicon.RESETS.contains(word)) {
                attitude = Attitude.NEUTRAL;
                negation = false;
                cue = false;
                contact = false;
            } else if (Lexicon.NEGATIONS.contains(word)) {
                negation = true;
                attitude = Attitude.NEUTRAL;
                cue = true;
            } else if (Lexicon.LIKES.contains(word)) {
                attitude = negation ? Attitude.DISLIKE : Attitude.LIKE;
                cue = true;
            } else if (Lexicon.DISLIKES.contains(word)) {
                attitude = negation ? Attitude.NEUTRAL : Attitude.DISLIKE;
                negation = false;
                cue = true;
            } else if (Lexicon.SEEN.contains(word)) {
                contact = true;
                cue = true;
            }
            stance.attitudes[i] = attitude;
            stance.negated[i] = negation || attitude == Attitude.DISLIKE;
            stance.cued[i] = cue;
            stance.seen[i] = contact;
        }
        for (int i = 0; i < words.size(); i++) {
            if (refersBack(words, i)) {
                stance.spreadBack(words, i);
            }
        }
        return stance;
    }

    /// An opinion about what was named before it: `seen Heat and loved it`, `Heat was boring`.
    private static boolean refersBack(Words words, int i) {
        var word = words.get(i).lower();
        if (!Lexicon.LIKES.contains(word) && !Lexicon.DISLIKES.contains(word)) {
            return false;
        }
        boolean pronoun = i + 1 < words.size() && words.get(i + 1).lower().matches("it|them|both|that one");
        return pronoun
                || (i > 0 && words.lower(Math.max(0, i - 3), i).matches("(?:.* )?(?:was|were|is|are)(?: [a-z]+)?"));
    }

    private void spreadBack(Words words, int from) {
        for (int i = from - 1; i >= 0 && !Lexicon.STOPS.contains(words.get(i).lower()); i--) {
            if (attitudes[i] == Attitude.NEUTRAL && !negated[i]) {
                attitudes[i] = attitudes[from];
                cued[i] = true;
            }
        }
    }

    /// What is thought of the thing named there; a bare "no" or "without" is against it.
    Attitude at(int i) {
        return negated[i] && !seen[i] ? Attitude.DISLIKE : attitudes[i];
    }

    boolean negated(int i) {
        return negated[i];
    }

    /// Whether a cue came before in the same sentence.
    boolean cued(int i) {
        return cued[i];
    }

    boolean seen(int i) {
        return seen[i];
    }
}
