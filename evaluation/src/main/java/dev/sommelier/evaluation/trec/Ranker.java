package dev.sommelier.evaluation.trec;

import dev.sommelier.core.IdList;
import dev.sommelier.core.TopicJudgments;
import dev.sommelier.core.TopicRun;
import java.util.Arrays;
import java.util.Optional;

/// Makes a topic's judged ranking: sorts once, looks every document up once.
///
/// One per thread: it reuses its tables.
final class Ranker {
    private static final int ABSENT = -1;

    private final TrecOptions options;
    private int[] slots = new int[0];
    private int unjudged;

    Ranker(TrecOptions options) {
        this.options = options;
    }

    /// How many documents of the ranking made last had no judgement.
    int unjudged() {
        return unjudged;
    }

    JudgedRanking rank(TopicJudgments judgments, Optional<TopicRun> run) {
        unjudged = 0;
        return new JudgedRanking(run.map(results -> grades(judgments, results)).orElse(new int[0]), judged(judgments));
    }

    private int[] grades(TopicJudgments judgments, TopicRun run) {
        int mask = index(judgments);
        var order = ScoreOrder.of(run);
        var documents = run.documents();
        var grades = new int[Math.min(order.length, options.maxDocuments())];
        int size = 0;
        for (int i = 0; i < grades.length; i++) {
            int at = find(documents, order[i], judgments.documents(), mask);
            int grade = at == ABSENT ? JudgedRanking.NOT_IN_QRELS : judgments.grade(at);
            if (at != ABSENT && grade < 0) {
                grade = JudgedRanking.POOLED_UNJUDGED;
            }
            unjudged += grade < 0 ? 1 : 0;
            if (grade >= 0 || !options.judgedOnly()) {
                grades[size++] = grade;
            }
        }
        return size == grades.length ? grades : Arrays.copyOf(grades, size);
    }

    /// Puts the judged documents into the table.
    ///
    /// @return the mask for slots
    private int index(TopicJudgments judgments) {
        int capacity = Integer.highestOneBit(Math.max(judgments.size(), 8)) * 4;
        if (slots.length < capacity) {
            slots = new int[capacity];
        }
        Arrays.fill(slots, 0, capacity, ABSENT);
        int mask = capacity - 1;
        var documents = judgments.documents();
        for (int i = 0; i < judgments.size(); i++) {
            int slot = documents.hash(i) & mask;
            while (slots[slot] != ABSENT) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i;
        }
        return mask;
    }

    private int find(IdList documents, int document, IdList judged, int mask) {
        int slot = documents.hash(document) & mask;
        while (slots[slot] != ABSENT && !judged.same(slots[slot], documents, document)) {
            slot = (slot + 1) & mask;
        }
        return slots[slot];
    }

    private static int[] judged(TopicJudgments judgments) {
        var grades = new int[judgments.size()];
        int size = 0;
        for (int i = 0; i < grades.length; i++) {
            if (judgments.grade(i) >= 0) {
                grades[size++] = judgments.grade(i);
            }
        }
        var kept = Arrays.copyOf(grades, size);
        Arrays.sort(kept);
        for (int i = 0; i < size / 2; i++) {
            int low = kept[i];
            kept[i] = kept[size - 1 - i];
            kept[size - 1 - i] = low;
        }
        return kept;
    }
}
