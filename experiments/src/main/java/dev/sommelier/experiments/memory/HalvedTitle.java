package dev.sommelier.experiments.memory;

import dev.sommelier.core.Item;
import dev.sommelier.datasets.format.TitleYear;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A title cut between two words: its first half, which is the longer one, and the rest. The year in parentheses is
/// left out, because it would be guessed by its form alone, and an article that MovieLens puts behind is put in front.
///
/// @param item the item's identifier
/// @param half the first half of the words, at least two
/// @param rest the other words, at least one
record HalvedTitle(String item, String half, String rest) {
    private static final int FEWEST_WORDS = 3;
    private static final Pattern ARTICLE_BEHIND = Pattern.compile("(.+), (The|A|An)");

    /// The halves of an item's title; empty where it has fewer than three words, or is its identifier.
    static Optional<HalvedTitle> of(Item item) {
        var stated = TitleYear.removedFrom(item.title()).replaceAll("\\s+", " ").strip();
        var title = ARTICLE_BEHIND.matcher(stated).replaceFirst("$2 $1");
        var words = List.of(title.split(" "));
        if (words.size() < FEWEST_WORDS || item.title().equals(item.id())) {
            return Optional.empty();
        }
        int middle = (words.size() + 1) / 2;
        return Optional.of(new HalvedTitle(
                item.id(),
                String.join(" ", words.subList(0, middle)),
                String.join(" ", words.subList(middle, words.size()))));
    }
}
