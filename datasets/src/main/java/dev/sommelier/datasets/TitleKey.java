package dev.sommelier.datasets;

import dev.sommelier.datasets.format.TitleYear;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A title as people remember it: without case, accents, punctuation, leading or trailing article, and year.
///
/// @param names the forms under which it is known, the main one first: with and without what stands in parentheses
/// @param year the year of its last parenthesis
record TitleKey(List<String> names, Optional<String> year) {
    private static final Pattern PARENTHESIS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> ARTICLES = Set.of(
            "the", "a", "an", "le", "la", "les", "l", "un", "une", "il", "lo", "gli", "el", "los", "las", "der", "die",
            "das", "den", "det", "o");

    static TitleKey of(String title) {
        var names = new LinkedHashSet<String>();
        var undated = TitleYear.removedFrom(title);
        names.add(words(PARENTHESIS.matcher(undated).replaceAll(" ")));
        PARENTHESIS.matcher(undated).results().forEach(found -> names.add(words(found.group(1))));
        names.add(words(undated));
        names.remove("");
        return new TitleKey(names.isEmpty() ? List.of(words(title)) : List.copyOf(names), TitleYear.of(title));
    }

    /// The form that is compared first.
    String main() {
        return names.getFirst();
    }

    private static String words(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceFirst("^l['\u2019]", "l ")
                .replaceAll("['\u2019]", "");
        var words = new ArrayList<>(
                List.of(NO_WORD.matcher(plain).replaceAll(" ").strip().split(" ")));
        if (words.size() > 1 && ARTICLES.contains(words.getFirst())) {
            words.removeFirst();
        } else if (words.size() > 1 && ARTICLES.contains(words.getLast()) && plain.contains(",")) {
            words.removeLast();
        }
        return String.join(" ", words);
    }
}
