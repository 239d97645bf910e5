package dev.sommelier.agent.conversation.parse;

import java.util.Set;

/// The English words that carry attitude, and those that carry nothing.
final class Lexicon {
    static final Set<String> LIKES = Set.of(
            "like",
            "liked",
            "likes",
            "love",
            "loved",
            "enjoy",
            "enjoyed",
            "adore",
            "adored",
            "favourite",
            "favorite",
            "favourites",
            "favorites",
            "fan",
            "similar",
            "great",
            "loving",
            "liking",
            "admire",
            "recommend");
    static final Set<String> DISLIKES = Set.of(
            "hate",
            "hated",
            "dislike",
            "disliked",
            "detest",
            "detested",
            "boring",
            "awful",
            "terrible",
            "loathe",
            "despise",
            "disliking");
    static final Set<String> NEGATIONS = Set.of(
            "no",
            "not",
            "without",
            "except",
            "never",
            "nothing",
            "don't",
            "dont",
            "didn't",
            "didnt",
            "doesn't",
            "avoid",
            "none",
            "isn't",
            "can't",
            "cannot",
            "nor",
            "less",
            "fewer",
            "exclude",
            "excluding",
            "neither",
            "wasn't",
            "won't",
            "stop");
    static final Set<String> RESETS = Set.of("but", "only", "just", "instead", "rather", "though", "however");
    static final Set<String> STOPS = Set.of(".", ";", "!", "?", "\n", ":", "=", "\u3002");
    static final Set<String> JOINS = Set.of("and", "or", "&", ",", "/", "plus", "also");
    static final Set<String> SEEN = Set.of("seen", "watched", "read", "know", "saw", "knew", "already");

    /// Words that ask for something without saying what.
    static final Set<String> EMPTY = Set.of("""
            a an the i i'm im i'd i've me my we us you your it its it's is are was were be am do does did
            have has had can could would should will of to in on at for from with by as that this these
            those there so very really much too some any something anything one ones movie movies film
            films book books flick flicks please thanks thank want wanted need give show find suggest
            recommendation recommendations suggestion suggestions recommended watch watching reading see
            tonight today now then good nice best what which who how about maybe perhaps get got let let's
            feel feeling looking look mood kind sort type genre genres stuff things thing all more most
            also only just but and or not no if because however both such than them they he she prefer
            preferably period year years decade era time made released out oh ok okay well yes hi hello hey
            instead rather though lot bit lots new think thought seen watched already know saw other others
            else even t s few little many people title titles list item items stand
            """.strip().split("\\s+"));

    private Lexicon() {}

    static boolean delimits(String token) {
        return STOPS.contains(token) || JOINS.contains(token) || RESETS.contains(token);
    }

    static boolean isCue(String word) {
        return LIKES.contains(word) || DISLIKES.contains(word) || NEGATIONS.contains(word) || SEEN.contains(word);
    }

    /// Whether a word says what is wanted.
    static boolean hasContent(String word) {
        return Character.isLetterOrDigit(word.codePointAt(0)) && !EMPTY.contains(word) && !isCue(word);
    }
}
