package dev.sommelier.judges.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Document;
import dev.sommelier.core.Topic;
import dev.sommelier.evaluation.Auc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExampleCollectionTest {
    private record Pair(String topic, String document, int grade) {}

    private static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        ExampleCollection.pairs((topic, document, grade) -> pairs.add(new Pair(topic, document, grade.orElseThrow())));
        return pairs;
    }

    @Test
    void everyTextIsJudgedOnceAndEveryTopicHasAllGrades() {
        var pairs = pairs();
        var topics = ExampleCollection.topics().stream().map(Topic::id).toList();
        var documents = ExampleCollection.documents().stream().map(Document::id).toList();
        assertThat(topics).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
        assertThat(documents).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
        assertThat(pairs.stream().map(Pair::document)).containsExactlyInAnyOrderElementsOf(documents);
        for (var topic : topics) {
            var grades = new TreeMap<Integer, Integer>();
            pairs.stream()
                    .filter(pair -> pair.topic().equals(topic))
                    .forEach(pair -> grades.merge(pair.grade(), 1, Integer::sum));
            assertThat(grades).as(topic).isEqualTo(Map.of(0, 6, 1, 5, 2, 4, 3, 3));
        }
    }

    @Test
    void textsAreShortAndNoTwoAreAlike() {
        var seen = new ArrayList<Set<String>>();
        for (var document : ExampleCollection.documents()) {
            var words = words(document.text());
            assertThat(document.text().split(" ", -1).length).as(document.id()).isBetween(20, 70);
            for (var other : seen) {
                var common = new HashSet<>(words);
                common.retainAll(other);
                assertThat((double) common.size() / (words.size() + other.size() - common.size()))
                        .as(document.id())
                        .isLessThan(.4);
            }
            seen.add(words);
        }
    }

    @Test
    void identifiersTellNothingOfGrades() {
        double sum = 0;
        double squares = 0;
        var pairs = pairs();
        double middle = (pairs.size() + 1) / 2.0;
        for (var pair : pairs) {
            double place = Integer.parseInt(pair.document().substring(1)) - middle;
            sum += place * (pair.grade() - 1.222);
            squares += place * place;
        }
        assertThat(Math.abs(sum) / Math.sqrt(squares * pairs.size() * 1.17)).isLessThan(.15);
    }

    /// AUC of the number of characters: a text that answers must not be told by its length.
    @Test
    void lengthAloneTellsNothingOfGrades() {
        var lengths = new TreeMap<String, Integer>();
        ExampleCollection.documents()
                .forEach(document -> lengths.put(document.id(), document.text().length()));
        for (int grade = 1; grade <= 3; grade++) {
            int from = grade;
            double[] truth = pairs().stream()
                    .mapToDouble(pair -> pair.grade() >= from ? 1 : 0)
                    .toArray();
            double[] length = pairs().stream()
                    .mapToDouble(pair -> lengths.getOrDefault(pair.document(), 0))
                    .toArray();
            assertThat(Auc.of(truth, length, 1).orElseThrow())
                    .as("grade " + grade + " and above")
                    .isBetween(.4, .6);
        }
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)));
    }
}
