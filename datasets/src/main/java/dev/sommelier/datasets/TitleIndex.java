package dev.sommelier.datasets;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the items that people mean by what they type.
///
/// `toy story` finds `Toy Story (1995)`, `The Usual Suspects` finds `Usual Suspects, The (1995)`, `Se7en` finds `Seven
/// (Se7en) (1995)`: case, accents, punctuation, articles and the year may be left out. A year that is typed must be
/// right. The title to the letter comes first; `id:ID` names an item by its identifier. Immutable and safe for use by
/// several threads.
public final class TitleIndex {
    private static final int SHOWN = 5;
    private static final int SHORT = 4;
    private static final String ID = "id:";
    private static final Pattern BARE_YEAR = Pattern.compile("^(.*\\S)\\s+((?:19|20)[0-9]{2})$");

    private record Entry(Item item, TitleKey key) {}

    private record Near(Item item, int distance) {}

    private final Catalog catalog;
    private final List<Entry> entries;
    private final Map<String, List<Item>> titles = new LinkedHashMap<>();
    private final Map<String, List<Entry>> main = new LinkedHashMap<>();
    private final Map<String, List<Entry>> others = new LinkedHashMap<>();

    public TitleIndex(Catalog catalog) {
        this.catalog = catalog;
        this.entries = catalog.items().stream()
                .map(item -> new Entry(item, TitleKey.of(item.title())))
                .toList();
        for (var entry : entries) {
            titles.computeIfAbsent(entry.item.title(), title -> new ArrayList<>())
                    .add(entry.item);
            main.computeIfAbsent(entry.key.main(), name -> new ArrayList<>()).add(entry);
            entry.key.names().stream()
                    .skip(1)
                    .forEach(name ->
                            others.computeIfAbsent(name, n -> new ArrayList<>()).add(entry));
        }
    }

    /// What a typed title means.
    public TitleMatch find(String typed) {
        return named(typed)
                .orElseGet(() -> new TitleMatch.Unknown(
                        nearest(TitleKey.of(typed.strip()).main())));
    }

    /// The same without looking for what comes near, which is what takes time; empty where no item is named.
    public Optional<TitleMatch> named(String typed) {
        var text = typed.strip();
        var toTheLetter = titles.getOrDefault(text, List.of());
        if (!toTheLetter.isEmpty()) {
            return Optional.of(matched(toTheLetter));
        }
        if (text.startsWith(ID) && catalog.contains(text.substring(ID.length()))) {
            return Optional.of(new TitleMatch.Exact(catalog.item(text.substring(ID.length()))));
        }
        return byKey(TitleKey.of(text)).or(() -> withBareYear(text));
    }

    /// The items whose name is as few typing errors away as any, and at most one in five characters; in catalogue
    /// order. Names of fewer than four characters have no typing errors, only other names.
    public List<Item> misspelt(String typed) {
        var key = TitleKey.of(typed.strip());
        int best = key.main().length() < SHORT ? 0 : Math.max(1, key.main().length() / 5);
        var found = new ArrayList<Item>();
        for (var entry : entries) {
            if (key.year().isPresent() && !key.year().equals(entry.key.year())) {
                continue;
            }
            int edits = Integer.MAX_VALUE;
            for (var name : entry.key.names()) {
                boolean near = Math.abs(name.length() - key.main().length()) <= best && name.length() >= SHORT;
                edits = near ? Math.min(edits, EditDistance.typing(name, key.main())) : edits;
            }
            if (edits < best) {
                found.clear();
                best = edits;
            }
            if (edits == best) {
                found.add(entry.item);
            }
        }
        return best == 0 ? List.of() : List.copyOf(found);
    }

    private Optional<TitleMatch> byKey(TitleKey key) {
        return List.of(main, others).stream()
                .map(names -> names.getOrDefault(key.main(), List.of()).stream()
                        .filter(entry -> key.year().isEmpty() || key.year().equals(entry.key.year()))
                        .map(Entry::item)
                        .toList())
                .filter(items -> !items.isEmpty())
                .findFirst()
                .map(TitleIndex::matched);
    }

    /// People write `Toy Story 1995` too; tried last, because `Apollo 13` and `1984` are titles.
    private Optional<TitleMatch> withBareYear(String text) {
        var year = BARE_YEAR.matcher(text);
        return year.matches() ? byKey(TitleKey.of(year.group(1) + " (" + year.group(2) + ")")) : Optional.empty();
    }

    private static TitleMatch matched(List<Item> items) {
        return items.size() == 1 ? new TitleMatch.Exact(items.getFirst()) : new TitleMatch.Ambiguous(items);
    }

    /// Titles with a typing error's distance come first, then those that hold all that was typed, then the others by
    /// distance; equal ones in catalogue order.
    private List<Item> nearest(String typed) {
        int slip = Math.max(1, typed.length() / 4);
        return entries.stream()
                .map(entry -> new Near(entry.item, distance(entry.key, typed, slip)))
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(SHOWN)
                .map(Near::item)
                .toList();
    }

    private static int distance(TitleKey key, String typed, int slip) {
        int best = Integer.MAX_VALUE;
        for (var name : key.names()) {
            int edits = EditDistance.typing(name, typed);
            boolean holds = !typed.isEmpty() && (" " + name + " ").contains(" " + typed);
            best = Math.min(best, edits <= slip ? edits : holds ? slip + 1 : slip + 1 + edits);
        }
        return best;
    }
}
