package dev.sommelier.evaluation.agreement;

import dev.sommelier.core.Qrels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;

/// A human's grades beside a judge's, pair by pair in the human file's order.
///
/// All pairs that the human judged are here, so that several judges' pairs line up; those that a policy leaves out are
/// marked as such. Immutable.
public final class LabelPairs {
    private final String name;
    private final GradeScale scale;
    private final List<String> topics;
    private final int[] topicOf;
    private final List<String> documents;
    private final int[] human;
    private final int[] label;
    private final boolean[] compared;
    private final PairCounts counts;

    LabelPairs(
            String name,
            GradeScale scale,
            List<String> topics,
            int[] topicOf,
            List<String> documents,
            int[] human,
            int[] label,
            boolean[] compared,
            PairCounts counts) {
        this.name = name;
        this.scale = scale;
        this.topics = List.copyOf(topics);
        this.topicOf = topicOf;
        this.documents = List.copyOf(documents);
        this.human = human;
        this.label = label;
        this.compared = compared;
        this.counts = counts;
    }

    /// Pairs a judge's labels with the human's.
    ///
    /// @throws dev.sommelier.core.SommelierException with the counts, where the policy says fail and there is a case
    public static LabelPairs of(Qrels human, LabelSet labels, GradeScale scale, PairPolicy policy) {
        return new Pairing(human, labels, scale, policy).pairs();
    }

    /// The scale that a human file implies: from 0, or its lowest grade below that, to its highest grade.
    public static GradeScale impliedScale(Qrels human) {
        int low = 0;
        int high = 1;
        for (var topic : human.topics()) {
            for (int i = 0; i < topic.size(); i++) {
                low = Math.min(low, topic.grade(i));
                high = Math.max(high, topic.grade(i));
            }
        }
        return new GradeScale(low, high);
    }

    /// The same pairs, of a judge with these grades.
    ///
    /// @param grades one for each pair
    LabelPairs relabelled(String ensemble, int[] grades, boolean[] usable) {
        int used = 0;
        for (boolean use : usable) {
            used += use ? 1 : 0;
        }
        var all = new PairCounts(human.length, used, 0, counts.humanOutOfRange(), human.length - used, 0, Map.of(), 0);
        return new LabelPairs(ensemble, scale, topics, topicOf, documents, human, grades, usable, all);
    }

    /// The same pairs without those of some topics, which are left out as if they had never been judged.
    LabelPairs withoutTopics(Set<String> unwanted) {
        return keep(name, pair -> !unwanted.contains(topics.get(topicOf[pair])));
    }

    /// Another judge's pairs, only those of the topics that this judge has, so that both can be compared.
    ///
    /// @param other of the same human file
    public LabelPairs restricted(LabelPairs other) {
        var kept = Set.copyOf(topics);
        return other.keep(other.name, pair -> kept.contains(other.topics.get(other.topicOf[pair])));
    }

    private LabelPairs keep(String newName, IntPredicate wanted) {
        var kept = IntStream.range(0, human.length).filter(wanted).toArray();
        var numbers = IntStream.of(kept).map(pair -> topicOf[pair]).distinct().toArray();
        var newNumber = new int[topics.size()];
        for (int i = 0; i < numbers.length; i++) {
            newNumber[numbers[i]] = i;
        }
        var flags = new boolean[kept.length];
        int used = 0;
        for (int i = 0; i < kept.length; i++) {
            flags[i] = compared[kept[i]];
            used += flags[i] ? 1 : 0;
        }
        return new LabelPairs(
                newName,
                scale,
                IntStream.of(numbers).mapToObj(topics::get).toList(),
                IntStream.of(kept).map(pair -> newNumber[topicOf[pair]]).toArray(),
                IntStream.of(kept).mapToObj(documents::get).toList(),
                IntStream.of(kept).map(pair -> human[pair]).toArray(),
                IntStream.of(kept).map(pair -> label[pair]).toArray(),
                flags,
                new PairCounts(kept.length, used, 0, 0, kept.length - used, 0, Map.of(), 0));
    }

    /// The judge's name.
    public String name() {
        return name;
    }

    /// The grades that all compared pairs have.
    public GradeScale scale() {
        return scale;
    }

    /// The human's topics in order.
    public List<String> topics() {
        return topics;
    }

    /// How many pairs the human judged, those left out included.
    public int size() {
        return human.length;
    }

    /// The number of a pair's topic.
    public int topicOf(int pair) {
        return topicOf[pair];
    }

    /// A pair's document.
    public String document(int pair) {
        return documents.get(pair);
    }

    /// The human's grade.
    public int human(int pair) {
        return human[pair];
    }

    /// The judge's grade; without meaning for a pair that is left out.
    public int label(int pair) {
        return label[pair];
    }

    /// Whether the pair counts; otherwise the policy leaves it out.
    public boolean compared(int pair) {
        return compared[pair];
    }

    /// What was paired and what was not.
    public PairCounts counts() {
        return counts;
    }

    /// One table for each topic.
    public TopicConfusions byTopic() {
        var tables = topics.stream().map(topic -> new Confusion(scale)).toList();
        for (int i = 0; i < human.length; i++) {
            if (compared[i]) {
                tables.get(topicOf[i]).add(human[i], label[i]);
            }
        }
        return new TopicConfusions(topics, tables);
    }

    /// One table for each bin of any property of a pair, such as its document's length.
    ///
    /// @param bins the number of bins
    /// @param binOf a pair's bin by its topic and document, from 0; outside the bins where it has none
    public List<Confusion> byBin(int bins, ToIntBiFunction<String, String> binOf) {
        var tables =
                IntStream.range(0, bins).mapToObj(bin -> new Confusion(scale)).toList();
        for (int i = 0; i < human.length; i++) {
            int bin = compared[i] ? binOf.applyAsInt(topics.get(topicOf[i]), documents.get(i)) : -1;
            if (bin >= 0 && bin < bins) {
                tables.get(bin).add(human[i], label[i]);
            }
        }
        return tables;
    }
}
