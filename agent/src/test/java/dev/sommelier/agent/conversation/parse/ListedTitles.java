package dev.sommelier.agent.conversation.parse;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Titles compared without case and year; a typing error is one replaced character.
public record ListedTitles(Catalog catalog) implements Titles {
    @Override
    public List<String> named(String phrase) {
        return matching(item -> phrase.matches(".*\\([0-9]{4}\\)")
                ? item.title().equalsIgnoreCase(phrase)
                : key(item.title()).equals(key(phrase)));
    }

    @Override
    public List<String> misspelt(String phrase) {
        return phrase.length() < 4 ? List.of() : matching(item -> oneOff(key(item.title()), key(phrase)));
    }

    @Override
    public List<String> nearest(String phrase) {
        return catalog.items().stream().limit(2).map(Item::id).toList();
    }

    private List<String> matching(Predicate<Item> test) {
        return catalog.items().stream().filter(test).map(Item::id).toList();
    }

    private static String key(String title) {
        return title.replaceAll("\\s*\\([0-9]{4}\\)$", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^the ", "")
                .strip();
    }

    private static boolean oneOff(String a, String b) {
        int differing = Math.abs(a.length() - b.length());
        for (int i = 0; differing == 0 && i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return a.substring(i + 1).equals(b.substring(i + 1));
            }
        }
        return false;
    }
}
