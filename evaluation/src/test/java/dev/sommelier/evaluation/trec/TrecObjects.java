package dev.sommelier.evaluation.trec;

import dev.sommelier.core.IdList;
import dev.sommelier.core.Qrels;
import dev.sommelier.core.Run;
import dev.sommelier.core.TopicJudgments;
import dev.sommelier.core.TopicRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Texts in TREC's form as objects, for tests.
final class TrecObjects {
    private TrecObjects() {}

    static Qrels qrels(String text) {
        var byTopic = new LinkedHashMap<String, List<String[]>>();
        for (var line : text.lines().toList()) {
            var fields = line.split(" ");
            byTopic.computeIfAbsent(fields[0], key -> new ArrayList<>()).add(fields);
        }
        return new Qrels(byTopic.entrySet().stream()
                .map(entry -> new TopicJudgments(
                        entry.getKey(),
                        IdList.of(entry.getValue().stream().map(f -> f[2]).toList()),
                        entry.getValue().stream()
                                .mapToInt(f -> Integer.parseInt(f[3]))
                                .toArray()))
                .toList());
    }

    static Run run(String text) {
        var byTopic = new LinkedHashMap<String, List<String[]>>();
        for (var line : text.lines().toList()) {
            var fields = line.split(" ");
            byTopic.computeIfAbsent(fields[0], key -> new ArrayList<>()).add(fields);
        }
        return new Run(
                "test",
                byTopic.entrySet().stream()
                        .map(entry -> new TopicRun(
                                entry.getKey(),
                                IdList.of(
                                        entry.getValue().stream().map(f -> f[2]).toList()),
                                entry.getValue().stream()
                                        .mapToDouble(f -> Double.parseDouble(f[4]))
                                        .toArray()))
                        .toList());
    }
}
