package dev.sommelier.evaluation.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The measures of some of the pairs: of one topic, or of documents of similar length.
///
/// @param group the topic, or the range of lengths
/// @param pairs the number of pairs
/// @param values by measure, in the order of the measures; empty where undefined
public record GroupAgreement(String group, long pairs, Map<String, OptionalDouble> values) {
    public GroupAgreement {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static GroupAgreement of(String group, Confusion table, List<AgreementMeasure> measures) {
        var values = new LinkedHashMap<String, OptionalDouble>();
        for (var measure : measures) {
            double value = measure.of(table);
            values.put(measure.name(), Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
        }
        return new GroupAgreement(group, table.total(), values);
    }
}
