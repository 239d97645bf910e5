package dev.sommelier.agent.conversation.parse;

import dev.sommelier.core.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The attribute values of a catalogue under the words that people use for them. Immutable.
public final class Vocabulary {
    /// Other words for values, in lower case; they count only where the catalogue has the value.
    private static final Map<String, List<String>> SYNONYMS = Map.ofEntries(
            Map.entry("sci-fi", List.of("science fiction", "scifi", "sci fi", "sf", "science-fiction")),
            Map.entry("children's", List.of("children", "childrens", "kids", "kid", "family")),
            Map.entry("romance", List.of("romantic", "love story", "love stories", "romcom", "rom-com")),
            Map.entry("animation", List.of("animated", "cartoon", "cartoons", "anime")),
            Map.entry("documentary", List.of("documentaries", "docu")),
            Map.entry("comedy", List.of("comedies", "comedic")),
            Map.entry("mystery", List.of("mysteries", "whodunit")),
            Map.entry("film-noir", List.of("noir", "film noir", "films noirs")),
            Map.entry("western", List.of("cowboy")),
            Map.entry("musical", List.of("musicals")),
            Map.entry("fantasy", List.of("fantasies")));

    /// A value of an attribute.
    public record Value(String attribute, String value) {}

    private final Map<String, Value> byWords = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> numeric;
    private final int longest;

    public Vocabulary(Catalog catalog) {
        var names = new LinkedHashSet<>(catalog.attributes());
        catalog.items().forEach(item -> names.addAll(item.attributes().keySet()));
        var numbers = new ArrayList<String>();
        for (var name : names) {
            var all = catalog.values(name);
            values.put(name, all);
            if (!all.isEmpty() && all.stream().allMatch(value -> value.matches("-?[0-9]{1,9}"))) {
                numbers.add(name);
            } else {
                all.forEach(value -> learn(name, value));
            }
        }
        this.numeric = List.copyOf(numbers);
        this.longest = byWords.keySet().stream()
                .mapToInt(words -> words.split(" ").length)
                .max()
                .orElse(0);
    }

    private void learn(String attribute, String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        var known = new Value(attribute, value);
        byWords.putIfAbsent(lower, known);
        byWords.putIfAbsent(lower + "s", known);
        SYNONYMS.getOrDefault(lower, List.of()).forEach(word -> byWords.putIfAbsent(word, known));
    }

    /// The value that some words mean.
    public Optional<Value> find(String words) {
        return Optional.ofNullable(byWords.get(words.toLowerCase(Locale.ROOT)));
    }

    /// Whether the catalogue has an attribute.
    public boolean has(String attribute) {
        return values.containsKey(attribute);
    }

    /// The attributes by name.
    public List<String> attributes() {
        return List.copyOf(values.keySet());
    }

    /// The values of an attribute, in order of first appearance; empty for an unknown one.
    public List<String> values(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /// The attribute that holds years, where there is one: `year`, or else the first whole-numbered attribute whose
    /// numbers are all between 1000 and 2999.
    public Optional<String> years() {
        return numeric.contains("year")
                ? Optional.of("year")
                : numeric.stream()
                        .filter(name -> values(name).stream().allMatch(value -> value.matches("[12][0-9]{3}")))
                        .findFirst();
    }

    /// The most words of any name of a value.
    int longest() {
        return longest;
    }

    /// The values of an attribute that begin as the typed word does, for a suggestion; else the first few.
    List<String> near(String attribute, String typed) {
        var start = typed.toLowerCase(Locale.ROOT).substring(0, Math.min(2, typed.length()));
        var near = values(attribute).stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(start))
                .limit(5)
                .collect(Collectors.toList());
        return near.isEmpty() ? values(attribute).stream().limit(8).toList() : near;
    }
}
