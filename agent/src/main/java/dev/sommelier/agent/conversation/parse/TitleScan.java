package dev.sommelier.agent.conversation.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds titles in a line.
final class TitleScan {
    private static final int LONGEST = 12;
    private static final int MOST_LISTED = 60;
    private static final Pattern QUOTED = Pattern.compile(
            "[\"\u201c\u201d\u00ab\u00bb]([^\"\u201c\u201d\u00ab\u00bb]{1,120})[\"\u201c\u201d\u00ab\u00bb]");

    private static final Pattern SEQUEL =
            Pattern.compile("[2-9]|1[0-9]|ii|iii|iv|v|vi|vii|viii|1[89][0-9]{2}|20[0-9]{2}");

    private final Titles titles;
    private final Vocabulary vocabulary;
    private final String line;
    private final Words words;
    private final Stance stance;
    private final List<Found> found = new ArrayList<>();

    private record Found(int at, Piece piece) {}

    TitleScan(Titles titles, Vocabulary vocabulary, String line, Words words, Stance stance) {
        this.titles = titles;
        this.vocabulary = vocabulary;
        this.line = line;
        this.words = words;
        this.stance = stance;
    }

    List<Piece> scan() {
        quoted();
        whole();
        listed();
        for (int length = Math.min(LONGEST, words.size()); length >= 1; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                if (words.free(from, from + length) && mayBeTitle(from, from + length)) {
                    exact(from, from + length);
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::at))
                .map(Found::piece)
                .toList();
    }

    private void quoted() {
        var matcher = QUOTED.matcher(line);
        while (matcher.find()) {
            var phrase = matcher.group(1);
            int first = words.takeCharacters(matcher.start(), matcher.end());
            if (first >= 0
                    && !add(titles.named(phrase), first, phrase, false)
                    && !add(titles.misspelt(phrase), first, phrase, true)) {
                found.add(new Found(first, new Piece.Unknown("title", phrase, titles.nearest(phrase))));
            }
        }
    }

    /// The whole line as a title, whatever its words.
    private void whole() {
        if (words.size() > 0
                && words.size() <= LONGEST
                && words.free(0, words.size())
                && vocabulary.find(words.lower(0, words.size())).isEmpty()) {
            boolean speaks =
                    words.size() == 1 && Requests.isRequest(words.get(0).lower());
            if (!speaks) {
                exact(0, words.size());
            }
        }
    }

    /// Nothing but titles between commas and "and", as people answer what they liked, whatever their letter case.
    private void listed() {
        var starts = new ArrayList<Integer>();
        var ends = new ArrayList<Integer>();
        for (int from = 0; from < words.size(); from++) {
            int to = from;
            while (to < words.size() && !Lexicon.delimits(words.get(to).lower())) {
                to++;
            }
            if (to > from) {
                starts.add(from);
                ends.add(to);
            }
            from = to;
        }
        boolean all = starts.size() > 1 && words.size() <= MOST_LISTED && words.free(0, words.size());
        for (int i = 0; all && i < starts.size(); i++) {
            var lower = words.lower(starts.get(i), ends.get(i));
            all = vocabulary.find(lower).isEmpty()
                    && !Requests.isRequest(lower)
                    && !titles.named(words.text(starts.get(i), ends.get(i))).isEmpty();
        }
        for (int i = 0; all && i < starts.size(); i++) {
            exact(starts.get(i), ends.get(i));
        }
    }

    private void exact(int from, int to) {
        var phrase = words.text(from, to);
        var items = titles.named(phrase);
        if (!items.isEmpty() && numbered(to)) {
            // "Alien 9" is another film than Alien, and not here: its longer phrase would have been found before.
            found.add(new Found(from, new Piece.Unknown("title", words.text(from, to + 1), items)));
            words.take(from, to + 1);
        } else if (add(items, from, phrase, false)) {
            words.take(from, to);
        }
    }

    /// Whether the next word is the number of a sequel, or a year that no such title has.
    private boolean numbered(int at) {
        if (at >= words.size() || !words.free(at, at + 1)) {
            return false;
        }
        boolean share = at + 1 < words.size() && words.get(at + 1).lower().matches("/|stars?|out|times|of");
        return !share && SEQUEL.matcher(words.get(at).lower()).matches();
    }

    private boolean add(List<String> items, int at, String phrase, boolean guessed) {
        if (items.isEmpty()) {
            return false;
        }
        var attitude = stance.at(at);
        found.add(new Found(
                at,
                items.size() == 1
                        ? new Piece.Named(items.getFirst(), attitude, phrase, guessed, stance.seen(at))
                        : new Piece.Unclear(phrase, attitude, items)));
        return true;
    }

    /// Titles are made of everyday words, so a phrase must stand out: two words that say something, a capital letter
    /// within the sentence, or nothing else between the cue and the next comma.
    private boolean mayBeTitle(int from, int to) {
        if (!words.get(from).isWord()
                || Lexicon.delimits(words.get(to - 1).lower())
                || Lexicon.delimits(words.get(from).lower())) {
            return false;
        }
        int content = 0;
        int capitals = 0;
        for (int i = from; i < to; i++) {
            var token = words.get(i);
            content += token.isWord() && Lexicon.hasContent(token.lower()) ? 1 : 0;
            capitals += token.isWord() && token.capitalised() && i > 0 ? 1 : 0;
        }
        if (to - from == 1) {
            var word = words.get(from).lower();
            if (vocabulary.find(word).isPresent() || word.matches("[0-9]{1,2}")) {
                return false;
            }
            return (capitals > 0 && content > 0) || (stance.cued(from) && bounded(from, to) && content > 0);
        }
        if (vocabulary.find(words.lower(from, to)).isPresent()) {
            return false;
        }
        return (content >= 2 && !allValues(from, to))
                || (capitals > 0 && !Lexicon.isCue(words.get(from).lower()))
                || (stance.cued(from) && bounded(from, to) && !allValues(from, to));
    }

    private boolean allValues(int from, int to) {
        for (int i = from; i < to; i++) {
            var token = words.get(i);
            if (token.isWord()
                    && Lexicon.hasContent(token.lower())
                    && vocabulary.find(token.lower()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean bounded(int from, int to) {
        boolean before = from == 0 || edge(words.get(from - 1).lower()) || !words.free(from - 1, from);
        boolean after = to == words.size() || Lexicon.delimits(words.get(to).lower()) || !words.free(to, to + 1);
        return before && after;
    }

    private static boolean edge(String word) {
        return Lexicon.delimits(word) || Lexicon.isCue(word) || word.equals("to") || word.equals("of");
    }
}
