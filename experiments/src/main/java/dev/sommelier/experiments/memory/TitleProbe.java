package dev.sommelier.experiments.memory;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Asks whether a model may know titles by heart: given the first half of a title and nothing else, is the true rest
/// more likely to it than the rests of other titles?
///
/// Likelihood is a mean over tokens, so that short rests have no advantage. A share above the control's says that the
/// model connects the halves; language alone connects some ("The Lord of the" with "Rings"), so compare it with titles
/// that the model cannot have seen, such as those published after its training. The control shuffles the titles: the
/// same rests behind the first half of another title, which must not tell them apart.
public final class TitleProbe {
    private static final int MOST_TRIES = 1000;

    private final TextScorer scorer;
    private final int alternatives;
    private final long seed;
    private final PromptTemplate template = PromptTemplate.load("title-probe");

    /// @param alternatives rests of other titles beside each true one, at least 2
    /// @param seed of the titles and the alternatives
    public TitleProbe(TextScorer scorer, int alternatives, long seed) {
        if (alternatives < 2) {
            throw new IllegalArgumentException("alternatives must be at least 2, got " + alternatives);
        }
        this.scorer = scorer;
        this.alternatives = alternatives;
        this.seed = seed;
    }

    /// Asks about so many titles, or all where there are fewer.
    ///
    /// @param titles at least 1
    /// @throws SommelierException if the catalogue has too few titles of three words
    public TitleProbeResult run(Catalog catalog, int titles, Progress progress) {
        var fit = catalog.items().stream()
                .map(HalvedTitle::of)
                .flatMap(Optional::stream)
                .toList();
        if (fit.size() <= alternatives) {
            throw new SommelierException("the probe needs more than " + alternatives
                    + " titles of three words or more, the catalogue has " + fit.size()
                    + "; leave --probe-memory out for this data set");
        }
        // The Javadoc of Random fixes its numbers for good.
        var random = new Random(seed);
        var asked = draw(fit, Math.min(titles, fit.size()), random);
        var tallies = new ArrayList<Tally>();
        for (int i = 0; i < asked.size(); i++) {
            progress.update("Probing titles", i, asked.size());
            var title = asked.get(i);
            tallies.add(ask(title, other(title, fit, random).half(), others(title, fit, random)));
        }
        progress.update("Probing titles", asked.size(), asked.size());
        return result(catalog.size() - fit.size(), asked, tallies);
    }

    private static List<HalvedTitle> draw(List<HalvedTitle> from, int n, Random random) {
        var titles = new ArrayList<>(from);
        for (int i = 0; i < n; i++) {
            Collections.swap(titles, i, i + random.nextInt(titles.size() - i));
        }
        return List.copyOf(titles.subList(0, n));
    }

    /// Rests of other titles, none of them the true one.
    private List<String> others(HalvedTitle title, List<HalvedTitle> fit, Random random) {
        var others = new ArrayList<String>();
        for (int i = 0; i < alternatives; i++) {
            others.add(other(title, fit, random).rest());
        }
        return others;
    }

    private static HalvedTitle other(HalvedTitle title, List<HalvedTitle> fit, Random random) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var other = fit.get(random.nextInt(fit.size()));
            if (!other.rest().equals(title.rest()) && !other.half().equals(title.half())) {
                return other;
            }
        }
        throw new SommelierException("the probe found no title that differs from \"" + title.half() + " " + title.rest()
                + "\" in both halves; leave --probe-memory out for this data set");
    }

    private record Tally(double beaten, double control) {}

    private Tally ask(HalvedTitle title, String otherHalf, List<String> others) {
        return new Tally(beaten(title.half(), title.rest(), others), beaten(otherHalf, title.rest(), others));
    }

    /// The share of other rests that are less likely than the true one; equal ones count half.
    private double beaten(String half, String rest, List<String> others) {
        var messages = messages(half);
        var questions = new ArrayList<TextScorer.Question>();
        questions.add(new TextScorer.Question(messages, rest));
        others.forEach(other -> questions.add(new TextScorer.Question(messages, other)));
        var likelihoods =
                scorer.scoreAll(questions).stream().mapToDouble(TextScore::mean).toArray();
        return Arrays.stream(likelihoods)
                .skip(1)
                .map(other -> other < likelihoods[0] ? 1 : other == likelihoods[0] ? 0.5 : 0)
                .average()
                .orElseThrow();
    }

    private List<ChatMessage> messages(String half) {
        var prompt = template.render(Map.of("half", Value.of(List.of(new Segment.Data(half)))));
        return List.of(
                SystemMessage.from(prompt.system().text()),
                UserMessage.from(prompt.user().text()));
    }

    /// The prompt, for provenance.
    public String facts() {
        return template.id() + "@" + template.version() + " (" + template.hash() + ")";
    }

    private TitleProbeResult result(int unfit, List<HalvedTitle> asked, List<Tally> tallies) {
        var lines = new ArrayList<TitleProbeResult.Line>();
        for (int i = 0; i < asked.size(); i++) {
            var title = asked.get(i);
            lines.add(new TitleProbeResult.Line(
                    title.item(),
                    title.half(),
                    title.rest(),
                    tallies.get(i).beaten(),
                    tallies.get(i).control()));
        }
        var beaten = tallies.stream().mapToDouble(Tally::beaten).toArray();
        var control = tallies.stream().mapToDouble(Tally::control).toArray();
        return new TitleProbeResult(
                asked.size(),
                unfit,
                alternatives,
                Bootstrap.mean(beaten, seed),
                Bootstrap.mean(firsts(beaten), seed),
                1.0 / (alternatives + 1),
                Bootstrap.mean(control, seed),
                Bootstrap.mean(firsts(control), seed),
                Bootstrap.difference(beaten, control, seed),
                lines);
    }

    private static double[] firsts(double[] beaten) {
        return Arrays.stream(beaten).map(share -> share == 1 ? 1 : 0).toArray();
    }
}
