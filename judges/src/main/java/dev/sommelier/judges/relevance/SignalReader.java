package dev.sommelier.judges.relevance;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.relevance.SignalSource.Signals;
import dev.sommelier.llm.LanguageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Measures the signals that a calibration names, from as many sources as needed.
final class SignalReader {
    private static final List<Offer> OFFERS = List.of(
            new Offer(LikelihoodSignal.NAME, true, false, LikelihoodSignal::new),
            new Offer(YesNoSignal.NAME, false, true, YesNoSignal::new));

    private final List<SignalSource> sources;

    private SignalReader(List<SignalSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /// A signal that can be asked for.
    private record Offer(
            String name,
            boolean texts,
            boolean labels,
            BiFunction<JudgeSettings, LanguageModel, SignalSource> source) {}

    /// The names of all signals.
    static List<String> names() {
        return OFFERS.stream().map(Offer::name).toList();
    }

    /// @throws SommelierException if a signal is unknown or the model lacks its capability
    static SignalReader of(List<String> names, JudgeSettings settings, LanguageModel model) {
        var sources = new ArrayList<SignalSource>();
        for (var name : names) {
            var offer = OFFERS.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new SommelierException("there is no signal \"" + name + "\"; the signals are "
                            + String.join(", ", names()) + "."));
            Needs.check("signal " + name, offer.labels(), offer.texts(), false, model);
            sources.add(offer.source().apply(settings, model));
        }
        return new SignalReader(sources);
    }

    String facts() {
        return sources.stream()
                .map(source -> String.join(" ", source.names()) + " by " + source.facts())
                .collect(Collectors.joining("; "));
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
        return joined;
    }

    private static Reading<Signals> join(Signals first, Signals second) {
        var values = new ArrayList<>(first.values());
        values.addAll(second.values());
        return new Reading.Read<>(new Signals(values, first.usage().plus(second.usage())));
    }
}
