package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.relevance.SignalSource.Signals;
import dev.sommelier.llm.LanguageModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Measures the signals of pairs: what a calibration decides on.
///
/// ```java
/// var signals = SignalReader.of(List.of("query-likelihood", "embedding"), settings, model);
/// List<SignalReader.Measured> rows = signals.measure(pairs);
/// ```
public final class SignalReader {
    private static final List<Offer> OFFERS = List.of(
            new Offer(List.of(LikelihoodSignal.NAME), false, true, LikelihoodSignal::new),
            new Offer(List.of(QueryPriorSignal.NAME), false, true, QueryPriorSignal::new),
            new Offer(List.of(YesNoSignal.NAME), true, false, YesNoSignal::new),
            new Offer(GradeSignal.NAMES, true, false, GradeSignal::new),
            new Offer(List.of(TextSignals.EMBEDDING), false, false, TextSignals::embedding),
            new Offer(List.of(TextSignals.BM25), false, false, TextSignals::bm25),
            new Offer(List.of(TextSignals.OVERLAP), false, false, TextSignals::overlap),
            new Offer(List.of(TextSignals.LENGTH), false, false, TextSignals::length));

    private final List<String> wanted;
    private final List<SignalSource> sources;

    private SignalReader(List<String> wanted, List<SignalSource> sources) {
        this.wanted = List.copyOf(wanted);
        this.sources = List.copyOf(sources);
    }

    /// Signals that one source measures.
    private record Offer(
            List<String> names,
            boolean labels,
            boolean texts,
            BiFunction<JudgeSettings, LanguageModel, SignalSource> source) {}

    /// A pair's signals, or why it has none.
    ///
    /// @param values one for each name; empty where there is a failure
    /// @param failure present where a signal could not be measured
    public record Measured(List<Double> values, Optional<Judgment.Failed> failure) {
        public Measured {
            values = List.copyOf(values);
        }
    }

    /// The names of all signals.
    public static List<String> names() {
        return OFFERS.stream().flatMap(offer -> offer.names().stream()).toList();
    }

    /// The signals that are measured together with a signal, it among them.
    ///
    /// @param name one of [#names()]
    public static List<String> family(String name) {
        return OFFERS.stream()
                .map(Offer::names)
                .filter(names -> names.contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no signal " + name + "; see names()"));
    }

    /// @throws SommelierException if a signal is unknown or named twice, if the model lacks its capability, or if bm25
    ///     is wanted and the settings have no collection
    public static SignalReader of(List<String> names, JudgeSettings settings, LanguageModel model) {
        for (var name : names) {
            if (!names().contains(name) || names.indexOf(name) != names.lastIndexOf(name)) {
                throw new SommelierException(
                        "signals are distinct names of " + String.join(", ", names()) + "; got \"" + name + "\".");
            }
        }
        if (names.contains(TextSignals.BM25) && settings.collection().isEmpty()) {
            throw new SommelierException("signal bm25 needs the documents of the collection for its word statistics and"
                    + " none are given; leave bm25 out or give the documents.");
        }
        var sources = new ArrayList<SignalSource>();
        for (var offer : OFFERS) {
            if (offer.names().stream().anyMatch(names::contains)) {
                Needs.check("signal " + offer.names().getFirst(), offer.labels(), offer.texts(), false, model);
                sources.add(offer.source().apply(settings, model));
            }
        }
        return new SignalReader(names, sources);
    }

    /// The signals in order.
    public List<String> wanted() {
        return wanted;
    }

    /// What could change the numbers beside model and truncation.
    public String facts() {
        return sources.stream()
                .map(source -> String.join(" ", source.names()) + " by " + source.facts())
                .collect(Collectors.joining("; "));
    }

    /// What could change the numbers of each signal beside model and truncation.
    Map<String, String> eachFacts() {
        var facts = new LinkedHashMap<String, String>();
        for (var source : sources) {
            source.names().stream()
                    .filter(wanted::contains)
                    .forEach(name -> facts.put(name, String.join(" ", source.names()) + " by " + source.facts()));
        }
        return facts;
    }

    /// The signals of each pair, in order.
    public List<Measured> measure(List<RelevancePair> batch) {
        var readings = read(batch);
        var rows = new ArrayList<Measured>();
        for (int i = 0; i < batch.size(); i++) {
            var pair = batch.get(i);
            rows.add(readings.get(i)
                    .fold(
                            signals -> new Measured(signals.values(), Optional.empty()),
                            (kind, cause) -> new Measured(
                                    List.of(),
                                    Optional.of(new Judgment.Failed(
                                            pair.topic().id(), pair.document().id(), kind, cause, "", Usage.NONE)))));
        }
        return rows;
    }

    /// All signals of each pair, in order; a pair that lacks one of them lacks all.
    List<Reading<Signals>> read(List<RelevancePair> batch) {
        List<Reading<Signals>> joined = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            joined.add(new Reading.Read<>(new Signals(List.of(), Usage.NONE)));
        }
        for (var source : sources) {
            var more = source.read(batch);
            for (int i = 0; i < batch.size(); i++) {
                var next = more.get(i);
                joined.set(i, joined.get(i).then(first -> next.then(second -> join(first, second))));
            }
        }
        return joined.stream().map(reading -> reading.then(this::picked)).toList();
    }

    private static Reading<Signals> join(Signals first, Signals second) {
        var values = new ArrayList<>(first.values());
        values.addAll(second.values());
        return new Reading.Read<>(new Signals(values, first.usage().plus(second.usage())));
    }

    private Reading<Signals> picked(Signals all) {
        Map<String, Double> byName = new LinkedHashMap<>();
        int at = 0;
        for (var source : sources) {
            for (var name : source.names()) {
                byName.put(name, all.values().get(at++));
            }
        }
        return new Reading.Read<>(new Signals(
                wanted.stream()
                        .map(name -> byName.getOrDefault(name, Double.NaN))
                        .toList(),
                all.usage()));
    }
}
