package dev.sommelier.evaluation.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Documents grouped by length, each group with about as many judged pairs; documents of one length are never parted.
public final class LengthBins {
    private final Map<String, Integer> lengths;
    /// The greatest length of each bin.
    private final int[] upTo;

    private LengthBins(Map<String, Integer> lengths, int[] upTo) {
        this.lengths = Map.copyOf(lengths);
        this.upTo = upTo;
    }

    /// @param pairs the pairs to be grouped
    /// @param lengths each document's length, in any unit
    /// @param bins the number of groups, fewer where lengths repeat
    public static LengthBins of(LabelPairs pairs, Map<String, Integer> lengths, int bins) {
        var known = new ArrayList<Integer>();
        for (int i = 0; i < pairs.size(); i++) {
            var length = lengths.get(pairs.document(i));
            if (length != null) {
                known.add(length);
            }
        }
        var sorted = known.stream().mapToInt(Integer::intValue).sorted().toArray();
        var ends = IntStream.rangeClosed(1, sorted.length == 0 ? 0 : bins)
                .map(bin -> sorted[(int) (((long) sorted.length * bin - 1) / bins)])
                .distinct()
                .toArray();
        return new LengthBins(lengths, ends);
    }

    /// The number of groups.
    public int size() {
        return upTo.length;
    }

    /// The group of a document, -1 if its length is not known.
    int binOf(String document) {
        var length = lengths.get(document);
        if (length == null) {
            return -1;
        }
        int found = Arrays.binarySearch(upTo, length);
        return found >= 0 ? found : -found - 1;
    }

    /// The lengths of a group, such as `121 to 240`.
    String name(int bin) {
        return (bin == 0 ? "up to " : (upTo[bin - 1] + 1) + " to ") + upTo[bin];
    }

    List<GroupAgreement> agreements(LabelPairs pairs, List<AgreementMeasure> measures) {
        var tables = pairs.byBin(size(), (topic, document) -> binOf(document));
        var groups = new ArrayList<GroupAgreement>();
        for (int bin = 0; bin < size(); bin++) {
            groups.add(GroupAgreement.of(name(bin), tables.get(bin), measures));
        }
        return List.copyOf(groups);
    }
}
