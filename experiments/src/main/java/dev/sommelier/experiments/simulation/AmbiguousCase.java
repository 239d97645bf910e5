package dev.sommelier.experiments.simulation;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/// A target and a better-known distractor that fit the same request; only an attribute value that the request does not
/// name tells them apart.
///
/// After Deng et al., *InteractComp: evaluating search agents with ambiguous queries*, 2025,
/// [arXiv:2510.24668](https://arxiv.org/abs/2510.24668): there, questions are written so that a popular distractor fits
/// them too; here, the pairs come from a catalogue's attributes.
///
/// @param attribute the attribute that tells them apart
/// @param shared a value that both have, which the request names
/// @param telling a value that only the target has
/// @param request the ambiguous request
/// @param full the request with all that the speaker knows
public record AmbiguousCase(
        String target,
        String distractor,
        String attribute,
        String shared,
        String telling,
        String request,
        String full) {

    /// Cases from a catalogue, drawn by a seed; fewer where there are not as many.
    ///
    /// @param attribute an attribute with several values an item, such as genre
    /// @param years the attribute of years
    /// @param known how well known an item is; the distractor is better known, and both have at least `least`
    public static List<AmbiguousCase> draw(
            Catalog catalog, String attribute, String years, ToIntFunction<String> known, int least, int n, long seed) {
        var items = new ArrayList<Item>(catalog.items().stream()
                .filter(item -> known.applyAsInt(item.id()) >= least
                        && Constraint.number(item, years).isPresent())
                .toList());
        Collections.shuffle(items, new Random(seed));
        var cases = new ArrayList<AmbiguousCase>();
        for (var target : items) {
            for (var distractor : items) {
                if (cases.size() < n
                        && known.applyAsInt(distractor.id()) > known.applyAsInt(target.id())
                        && decade(target, years) == decade(distractor, years)
                        && cases.stream().noneMatch(one -> one.target().equals(target.id()))) {
                    pair(target, distractor, attribute, years).forEach(cases::add);
                }
            }
        }
        return List.copyOf(cases);
    }

    private static List<AmbiguousCase> pair(Item target, Item distractor, String attribute, String years) {
        var shared = target.values(attribute).stream()
                .filter(distractor.values(attribute)::contains)
                .findFirst();
        var telling = target.values(attribute).stream()
                .filter(value -> !distractor.values(attribute).contains(value))
                .findFirst();
        if (shared.isEmpty() || telling.isEmpty()) {
            return List.of();
        }
        var decade = " from the " + decade(target, years) + "s";
        return List.of(new AmbiguousCase(
                target.id(),
                distractor.id(),
                attribute,
                shared.get(),
                telling.get(),
                shared.get() + decade,
                shared.get() + ", " + telling.get() + decade));
    }

    private static int decade(Item item, String years) {
        return Constraint.number(item, years).orElseThrow() / 10 * 10;
    }
}
