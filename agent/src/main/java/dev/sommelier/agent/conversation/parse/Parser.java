package dev.sommelier.agent.conversation.parse;

import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a line by rules: the same line and catalogue always give the same pieces. Immutable and safe for use by
/// several
/// threads.
///
/// ```java
/// var parser = new Parser(titles, new Vocabulary(catalog));
/// parser.parse("I loved Alien, no horror though, from the 90s").pieces();
/// ```
public final class Parser {
    /// The most characters of a line that are read.
    public static final int MOST_CHARACTERS = 2000;

    private final Titles titles;
    private final Vocabulary vocabulary;

    public Parser(Titles titles, Vocabulary vocabulary) {
        this.titles = titles;
        this.vocabulary = vocabulary;
    }

    /// What a line means.
    ///
    /// @param pieces in the order in which they were found
    /// @param leftover the words that no rule took and that say something; empty where there are none
    /// @param cut whether the line was longer than what is read
    public record Parsed(List<Piece> pieces, String leftover, boolean cut) {
        public Parsed {
            pieces = List.copyOf(pieces);
        }
    }

    /// The catalogue's words.
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// Reads a line.
    public Parsed parse(String typed) {
        boolean cut = typed.length() > MOST_CHARACTERS;
        var line = readable(cut ? typed.substring(0, MOST_CHARACTERS) : typed);
        var lower = sameLength(line);
        var whole = Requests.whole(lower);
        if (whole.isPresent()) {
            return new Parsed(List.of(whole.get()), "", cut);
        }
        var words = new Words(line);
        var stance = Stance.of(words);
        var pieces = new LinkedHashSet<Piece>();
        Requests.answerFirst(lower, words).ifPresent(pieces::add);
        var sparing = new SparingTitles(titles);
        var scan = new TitleScan(sparing, vocabulary, line, words, stance);
        vocabulary.years().ifPresent(attribute -> takeYears(lower, words, attribute, pieces));
        pieces.addAll(Requests.take(lower, words));
        pieces.addAll(scan.scan());
        values(words, stance, pieces);
        var leftover = rest(sparing, words, stance, pieces);
        return new Parsed(new ArrayList<>(pieces), leftover, cut);
    }

    /// What a title means by itself, as a command takes it.
    public Piece title(String typed, Attitude attitude) {
        var sparing = new SparingTitles(titles);
        var exact = typed.length() > MOST_CHARACTERS ? List.<String>of() : titles.named(typed);
        var items = exact.isEmpty() ? sparing.misspelt(typed) : exact;
        return switch (items.size()) {
            case 0 -> new Piece.Unknown("title", typed, sparing.nearest(typed));
            case 1 -> new Piece.Named(items.getFirst(), attitude, typed, exact.isEmpty(), false);
            default -> new Piece.Unclear(typed, attitude, items);
        };
    }

    /// A film may be called `1984` or `the 400 blows`: a line that is a title to the letter has no year phrases.
    private void takeYears(String lower, Words words, String attribute, Set<Piece> pieces) {
        if (titles.named(lower.strip()).isEmpty()) {
            YearPhrases.take(lower, words, attribute).forEach(range -> pieces.add(new Piece.Must(range)));
        }
    }

    private void values(Words words, Stance stance, Set<Piece> pieces) {
        var wanted = new ArrayList<Vocabulary.Value>();
        int lastEnd = -1;
        for (int i = 0; i < words.size(); i++) {
            for (int length = Math.min(vocabulary.longest(), words.size() - i); length >= 1; length--) {
                var value = words.free(i, i + length)
                        ? vocabulary.find(words.lower(i, i + length))
                        : Optional.<Vocabulary.Value>empty();
                if (value.isEmpty()
                        || (length == 1 && Lexicon.EMPTY.contains(words.get(i).lower()))) {
                    continue;
                }
                boolean joined = !wanted.isEmpty()
                        && wanted.getLast().attribute().equals(value.get().attribute())
                        && lastEnd >= 0
                        && words.lower(lastEnd, i).matches("or|/|, or");
                words.take(i, i + length);
                if (stance.negated(i)) {
                    // In the order of the line: what is said last counts.
                    flush(wanted, pieces);
                    pieces.add(must(List.of(value.get()), true));
                } else if (stance.at(i) == Attitude.LIKE) {
                    pieces.add(new Piece.Leaning(
                            value.get().attribute(), value.get().value()));
                } else {
                    if (!joined) {
                        flush(wanted, pieces);
                    }
                    wanted.add(value.get());
                    lastEnd = i + length;
                }
                i += length - 1;
                break;
            }
        }
        flush(wanted, pieces);
    }

    private static void flush(List<Vocabulary.Value> wanted, Set<Piece> pieces) {
        if (!wanted.isEmpty()) {
            pieces.add(must(wanted, false));
            wanted.clear();
        }
    }

    private static Piece.Must must(List<Vocabulary.Value> values, boolean negated) {
        return new Piece.Must(new Constraint.OneOf(
                values.getFirst().attribute(),
                values.stream().map(Vocabulary.Value::value).distinct().toList(),
                negated));
    }

    /// What is left between commas: a misspelt or unknown title after a cue, an unknown value after an attribute's
    /// name, or words of a wish.
    private String rest(Titles sparing, Words words, Stance stance, Set<Piece> pieces) {
        var wish = new ArrayList<String>();
        for (int from = 0; from < words.size(); from++) {
            if (!words.free(from, from + 1) || Lexicon.delimits(words.get(from).lower())) {
                continue;
            }
            int to = from;
            while (to < words.size()
                    && words.free(to, to + 1)
                    && !Lexicon.delimits(words.get(to).lower())) {
                to++;
            }
            var left = phrase(sparing, words, stance, from, to, pieces);
            if (!left.isEmpty()) {
                wish.add(left);
            }
            from = to - 1;
        }
        return String.join(", ", wish);
    }

    private String phrase(Titles sparing, Words words, Stance stance, int from, int to, Set<Piece> pieces) {
        int first = from;
        int last = to;
        while (first < last && !Lexicon.hasContent(words.get(first).lower())) {
            first++;
        }
        while (last > first && !Lexicon.hasContent(words.get(last - 1).lower())) {
            last--;
        }
        if (first == last) {
            return "";
        }
        var attribute = attributeBefore(words, from, first, last);
        if (attribute.isPresent()) {
            int value = vocabulary.has(words.get(first).lower()) ? first + 1 : first;
            if (value < last) {
                var named = words.text(value, last);
                pieces.add(new Piece.Unknown(attribute.get(), named, vocabulary.near(attribute.get(), named)));
            }
            return "";
        }
        int name = first;
        var typed = words.text(name, last);
        if (NUMBER.matcher(typed).matches()) {
            return "";
        }
        var attitude = stance.at(name);
        if (stance.cued(name) && last - name <= 8) {
            var exact = sparing.named(typed);
            var items = exact.isEmpty() ? sparing.misspelt(typed) : exact;
            if (items.size() == 1) {
                pieces.add(new Piece.Named(items.getFirst(), attitude, typed, exact.isEmpty(), stance.seen(name)));
                return "";
            }
            if (!items.isEmpty()) {
                pieces.add(new Piece.Unclear(typed, attitude, items));
                return "";
            }
            if (words.get(name).capitalised() && attitude != Attitude.NEUTRAL) {
                pieces.add(new Piece.Unknown("title", typed, sparing.nearest(typed)));
                return "";
            }
        }
        return attitude == Attitude.DISLIKE ? "not " + typed : typed;
    }

    /// The attribute whose value the words would be: `author Zola`, `genre: opera`.
    private Optional<String> attributeBefore(Words words, int from, int first, int last) {
        for (int i = from; i < Math.min(first + 1, last); i++) {
            if (vocabulary.has(words.get(i).lower())) {
                return Optional.of(words.get(i).lower());
            }
        }
        boolean marked = from >= 2 && words.lower(from - 1, from).matches("[:=]");
        return Optional.of(marked ? words.get(from - 2).lower() : "").filter(vocabulary::has);
    }

    /// What says nothing by itself.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\ufffd]");

    private static String readable(String line) {
        return CONTROLS.matcher(line.replace('\n', ';').replace('\r', ';')).replaceAll(" ");
    }

    /// Lower case that keeps every character's place; `toLowerCase` lengthens some.
    private static String sameLength(String line) {
        var lower = line.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return lower.length() == line.length()
                ? lower
                : line.replaceAll("[^\\p{ASCII}]", "_").toLowerCase(Locale.ROOT);
    }
}
