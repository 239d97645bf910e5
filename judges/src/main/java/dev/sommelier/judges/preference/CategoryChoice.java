package dev.sommelier.judges.preference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The method for each category that agreed best with people on pairs of a development set, as HREF chooses its own;
/// of equally good ones the first that was given.
///
/// @param byCategory the method's name by category
/// @param otherwise the method of the best agreement over all, for categories that were not seen
public record CategoryChoice(Map<String, String> byCategory, String otherwise) {
    public CategoryChoice {
        byCategory = Map.copyOf(byCategory);
    }

    /// Chooses.
    ///
    /// @param pairs the development set; pairs without a person's preference are left out
    /// @param outcomes one for each pair by method, in the order of preference for ties
    /// @throws IllegalArgumentException if no pair has a person's preference, or a length differs
    public static CategoryChoice fit(List<AnswerPair> pairs, Map<String, List<PreferenceOutcome>> outcomes) {
        outcomes.forEach((method, list) -> {
            if (list.size() != pairs.size()) {
                throw new IllegalArgumentException(
                        "method " + method + " has " + list.size() + " outcomes for " + pairs.size() + " pairs");
            }
        });
        var positions = new TreeMap<String, List<Integer>>();
        var all = new ArrayList<Integer>();
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).human().isPresent()) {
                all.add(i);
                positions
                        .computeIfAbsent(pairs.get(i).category(), category -> new ArrayList<>())
                        .add(i);
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no pair of the development set has a person's preference");
        }
        var chosen = new LinkedHashMap<String, String>();
        positions.forEach((category, where) -> chosen.put(category, best(pairs, outcomes, where)));
        return new CategoryChoice(chosen, best(pairs, outcomes, all));
    }

    /// The method for a category.
    public String method(String category) {
        return byCategory.getOrDefault(category, otherwise);
    }

    /// The outcomes of the chosen methods.
    public List<PreferenceOutcome> apply(List<AnswerPair> pairs, Map<String, List<PreferenceOutcome>> outcomes) {
        var picked = new ArrayList<PreferenceOutcome>();
        for (int i = 0; i < pairs.size(); i++) {
            picked.add(outcomes.getOrDefault(method(pairs.get(i).category()), List.of())
                    .get(i));
        }
        return picked;
    }

    private static String best(
            List<AnswerPair> pairs, Map<String, List<PreferenceOutcome>> outcomes, List<Integer> where) {
        return outcomes.entrySet().stream()
                .max(Comparator.<Map.Entry<String, List<PreferenceOutcome>>>comparingDouble(
                                entry -> agreement(pairs, entry.getValue(), where))
                        // max takes the last of equals; the order given is kept by counting from the end.
                        .thenComparingInt(
                                entry -> -List.copyOf(outcomes.keySet()).indexOf(entry.getKey())))
                .orElseThrow()
                .getKey();
    }

    /// The share of pairs on which a method says what the person says; a failed pair agrees with nobody.
    static double agreement(List<AnswerPair> pairs, List<PreferenceOutcome> outcomes, List<Integer> where) {
        return where.stream()
                .mapToInt(i -> outcomes.get(i) instanceof PreferenceOutcome.Compared compared
                                && pairs.get(i)
                                        .human()
                                        .filter(compared.preference().verdict()::equals)
                                        .isPresent()
                        ? 1
                        : 0)
                .average()
                .orElse(0);
    }
}
