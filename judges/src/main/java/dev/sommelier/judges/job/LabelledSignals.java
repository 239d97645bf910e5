package dev.sommelier.judges.job;

import dev.sommelier.core.Provenance;
import dev.sommelier.judges.calibration.LabelledPair;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.JudgeSettings;
import dev.sommelier.judges.relevance.RelevancePair;
import dev.sommelier.judges.relevance.SignalFile;
import dev.sommelier.judges.relevance.SignalReader;
import dev.sommelier.llm.LanguageModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/// The signals of labelled pairs: from jobs that have them, and measured where none has.
///
/// @param pairs the pairs that have every signal
/// @param facts by what each signal was measured
/// @param left how many pairs were left out, by the cause
public record LabelledSignals(List<LabelledPair> pairs, Map<String, String> facts, Map<String, Integer> left) {
    private static final int BATCH = 20;

    public LabelledSignals {
        pairs = List.copyOf(pairs);
    }

    /// A pair with the grade that a human gave.
    public record Labelled(RelevancePair pair, int grade) {}

    /// The labelled pairs of a plan that have a text.
    public static List<Labelled> of(PlanFile plan) {
        var found = new ArrayList<Labelled>();
        plan.forEach(0, plan.size(), pair -> {
            if (pair.text().isPresent() && pair.human().isPresent()) {
                found.add(new Labelled(
                        new RelevancePair(plan.topic(pair.topic()), pair.text().get()),
                        pair.human().getAsInt()));
            }
        });
        return found;
    }

    /// Gathers the signals.
    ///
    /// @param folder receives a file for each signal that is measured, so that a kill loses no more than a batch
    /// @param signals their names, in order
    /// @param progress hears of a signal and the number of pairs that have it
    public static LabelledSignals gather(
            List<Labelled> labelled,
            List<String> signals,
            List<JobScores> jobs,
            Path folder,
            JudgeSettings settings,
            LanguageModel model,
            ObjIntConsumer<String> progress) {
        var columns = new LinkedHashMap<String, List<Optional<Double>>>();
        var facts = new LinkedHashMap<String, String>();
        for (var signal : signals) {
            if (!columns.containsKey(signal)) {
                jobs.stream()
                        .filter(job -> job.signal().equals(signal))
                        .findFirst()
                        .ifPresentOrElse(
                                job -> columns.put(signal, read(job, labelled)),
                                () -> columns.putAll(measured(signal, labelled, folder, settings, model, progress)));
            }
            facts.put(signal, SignalReader.of(List.of(signal), settings, model).facts());
        }
        return joined(labelled, signals, columns, facts, settings.scale());
    }

    private static List<Optional<Double>> read(JobScores job, List<Labelled> labelled) {
        return labelled.stream()
                .map(each -> {
                    var value = job.value(
                            each.pair().topic().id(), each.pair().document().id());
                    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.<Double>empty();
                })
                .toList();
    }

    private static Map<String, List<Optional<Double>>> measured(
            String signal,
            List<Labelled> labelled,
            Path folder,
            JudgeSettings settings,
            LanguageModel model,
            ObjIntConsumer<String> progress) {
        var family = SignalReader.family(signal);
        var reader = SignalReader.of(family, settings, model);
        var facts = new TreeMap<>(Provenance.compared(model.provenance().facts()));
        facts.put("truncation", settings.truncation().words());
        var rows = SignalFile.in(folder, reader, facts)
                .measure(
                        labelled.stream().map(Labelled::pair).toList(),
                        reader,
                        BATCH,
                        done -> progress.accept(signal, done));
        var columns = new LinkedHashMap<String, List<Optional<Double>>>();
        for (int j = 0; j < family.size(); j++) {
            int column = j;
            columns.put(
                    family.get(j),
                    rows.stream()
                            .map(row -> row.failure().isPresent()
                                    ? Optional.<Double>empty()
                                    : Optional.of(row.values().get(column)))
                            .toList());
        }
        return columns;
    }

    private static LabelledSignals joined(
            List<Labelled> labelled,
            List<String> signals,
            Map<String, List<Optional<Double>>> columns,
            Map<String, String> facts,
            GradeScale scale) {
        var pairs = new ArrayList<LabelledPair>();
        var left = new TreeMap<String, Integer>();
        for (int i = 0; i < labelled.size(); i++) {
            int row = i;
            var each = labelled.get(i);
            int position = scale.values().indexOf(each.grade());
            var lacking = new LinkedHashSet<>(signals);
            lacking.removeIf(
                    signal -> columns.getOrDefault(signal, List.of()).get(row).isPresent());
            if (position < 0) {
                left.merge("grade " + each.grade() + " is not on the scale", 1, Integer::sum);
            } else if (!lacking.isEmpty()) {
                left.merge("no " + lacking.getFirst(), 1, Integer::sum);
            } else {
                var values = IntStream.range(0, signals.size())
                        .mapToObj(j -> columns.getOrDefault(signals.get(j), List.of())
                                .get(row)
                                .orElseThrow())
                        .toList();
                pairs.add(new LabelledPair(
                        each.pair().topic().id(), each.pair().document().id(), values, position));
            }
        }
        return new LabelledSignals(pairs, facts, left);
    }
}
