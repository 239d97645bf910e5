package dev.sommelier.judges.relevance;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LanguageModel;
import java.util.List;
import java.util.function.BiFunction;

/// The front door of relevance judging: which methods there are, and a judge of each.
///
/// ```java
/// var judge = RelevanceMethods.open(JudgeSettings.of("grade"), model);
/// List<Judgment> judgments = judge.judge(pairs);
/// ```
public final class RelevanceMethods {
    private static final List<Offer> OFFERS = List.of(
            new Offer(
                    new Description(
                            "query-likelihood",
                            "how likely the model finds the query after reading the passage; best for small models",
                            "Sachan et al., arXiv 2204.07496",
                            "likelihood of a given text"),
                    Need.TEXTS,
                    DecidedJudges::likelihood),
            new Offer(
                    new Description(
                            "grade",
                            "asks for the grade and reads the probability of each",
                            "Faggioli et al., arXiv 2304.09161",
                            "label probabilities"),
                    Need.LABELS,
                    (settings, model) -> new GradeJudge(settings, model, "judge-grade")),
            new Offer(
                    new Description(
                            "yes-no",
                            "asks whether the passage answers the query and reads P(Yes)",
                            "Liang et al., arXiv 2211.09110",
                            "label probabilities"),
                    Need.LABELS,
                    YesNoJudge::new),
            new Offer(
                    new Description(
                            "calibrated",
                            "several signals and a decision fitted on labelled topics; needs a calibration file",
                            "McCullagh, doi:10.1111/j.2517-6161.1980.tb01109.x",
                            "what its signals need"),
                    Need.NOTHING,
                    DecidedJudges::calibrated));

    private RelevanceMethods() {}

    /// What a method is.
    ///
    /// @param name on the command line
    /// @param text what it does, in a phrase
    /// @param paper where it is from
    /// @param need the capability of the model that it needs
    public record Description(String name, String text, String paper, String need) {}

    private enum Need {
        NOTHING,
        LABELS,
        TEXTS
    }

    private record Offer(
            Description description, Need need, BiFunction<JudgeSettings, LanguageModel, RelevanceJudge> opener) {}

    /// The names of all methods.
    public static List<String> names() {
        return OFFERS.stream().map(offer -> offer.description().name()).toList();
    }

    /// All methods.
    public static List<Description> described() {
        return OFFERS.stream().map(Offer::description).toList();
    }

    /// A judge.
    ///
    /// @param model stays the caller's to close
    /// @throws SommelierException if the method is unknown, lacks a setting, or needs a capability that the model lacks
    public static RelevanceJudge open(JudgeSettings settings, LanguageModel model) {
        var offer = OFFERS.stream()
                .filter(candidate -> candidate.description().name().equals(settings.method()))
                .findFirst()
                .orElseThrow(() -> new SommelierException("there is no method \"" + settings.method()
                        + "\"; the methods are " + String.join(", ", names()) + "."));
        Needs.check(
                "method " + settings.method(), offer.need() == Need.LABELS, offer.need() == Need.TEXTS, false, model);
        return offer.opener().apply(settings, model);
    }
}
