package dev.sommelier.experiments.compare.spec;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.Split;
import dev.sommelier.datasets.filter.Filter;
import dev.sommelier.datasets.filter.Filtering;
import dev.sommelier.datasets.split.SplitRule;
import dev.sommelier.experiments.compare.yaml.Fields;
import dev.sommelier.experiments.compare.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is left out of a data set, and how it is cut.
///
/// @param filters in the order in which they are applied
/// @param split how it is cut; of several held-out items of a user the first in time is asked about
public record DataRules(List<Filter> filters, SplitRule split) {
    /// Everything, leave-last-out.
    public static final DataRules DEFAULT = new DataRules(List.of(), new SplitRule.LeaveLastOut());

    private static final String RULE = "rule";

    public DataRules {
        filters = List.copyOf(filters);
    }

    /// A data set after its filters, and its parts.
    public record Cut(Dataset dataset, Split split) {}

    /// Reads the keys `filters` and `split`.
    ///
    /// @throws SommelierException with the place of the first fault
    public static DataRules read(Fields fields, long seed) {
        var filters = new ArrayList<Filter>();
        fields.find("filters").ifPresent(value -> {
            var own = Fields.of(value, "filters", Filter.NAMES);
            for (var name : Filter.NAMES) {
                own.find(name).ifPresent(given -> {
                    var text = Fields.scalar(given, name, "a value");
                    try {
                        filters.add(Filter.of(name, text));
                    } catch (SommelierException e) {
                        throw given.place().wrong(words(e));
                    }
                });
            }
        });
        var split = fields.find("split")
                .map(value -> {
                    try {
                        return switch (value) {
                            case Yaml.Scalar scalar -> SplitRule.of(scalar.text(), Map.of(), seed);
                            default -> rule(Fields.mapping(value, "a split"), seed);
                        };
                    } catch (SommelierException e) {
                        var words = words(e);
                        throw words.startsWith(value.place().file() + ":")
                                ? e
                                : value.place().wrong(words);
                    }
                })
                .orElse(DEFAULT.split());
        return new DataRules(filters, split);
    }

    private static SplitRule rule(Yaml.Mapping mapping, long seed) {
        var parameters = new LinkedHashMap<String, String>();
        mapping.entries().forEach((key, entry) -> parameters.put(key, Fields.scalar(entry.value(), key, "a value")));
        var name = parameters.remove(RULE);
        if (name == null) {
            throw mapping.place().wrong("a split needs the key \"rule\", one of " + String.join(", ", SplitRule.NAMES));
        }
        return SplitRule.of(name, parameters, seed);
    }

    private static String words(SommelierException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /// Filters and cuts a data set.
    ///
    /// @throws SommelierException if nothing is left, or the data set lacks what the split needs
    public Cut cut(Dataset dataset) {
        var left = filters.isEmpty()
                ? dataset
                : dataset.filtered(Filtering.inOrder(filters)).dataset();
        return new Cut(
                left,
                split instanceof SplitRule.LeaveLastOut
                        ? Split.leaveLastOut(left)
                        : split.cut(left).nextItems());
    }

    /// What differs from [#DEFAULT], by name.
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        if (!filters.isEmpty()) {
            facts.put("filters", Filtering.text(Filtering.inOrder(filters)));
        }
        if (!split.equals(DEFAULT.split())) {
            facts.put("split", split.text());
        }
        return facts;
    }
}
