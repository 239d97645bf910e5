package dev.sommelier.agent.conversation.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds titles in a line.
final class TitleScan {
    private static final int LONGEST = 12;
    private static final Pattern QUOTED = Pattern.compile(
            "[\"\u201c\u201d\u00ab\u00bb]([^\"\u201c\u201d\u00ab\u00bb]{1,120})[\"\u201c\u201d\u00ab\u00bb]");

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

    private void exact(int from, int to) {
        var phrase = words.text(from, to);
        if (add(titles.named(phrase), from, phrase, false)) {
            words.take(from, to);
        }
    }

    private boolean add(List<String> items, int at, String phrase, boolean guessed) {
        if (items.isEmpty()) {
            return false;
        }
        var attitude = stance.at(at);
        found.add(new Found(
                at,
                items.size() == 1
                        ? new Piece.Named(items.getFirst(), attitude, phrase, guessed)
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
