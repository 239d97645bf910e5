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
                    2,
                    DecidedJudges::likelihood),
            new Offer(
                    new Description(
                            "grade",
                            "asks for the grade and reads the probability of each",
                            "Faggioli et al., arXiv 2304.09161",
                            "label probabilities"),
                    Need.LABELS,
                    SelfConsistencyJudge.PARAPHRASES,
                    (settings, model) -> new GradeJudge(settings, model, "judge-grade")),
            new Offer(
                    new Description(
                            "yes-no",
                            "asks whether the passage answers the query and reads P(Yes)",
                            "Liang et al., arXiv 2211.09110",
                            "label probabilities"),
                    Need.LABELS,
                    2,
                    YesNoJudge::new),
            labels(
                    "umbrela",
                    "asks for the grade after intent, content and trust, in the manner of UMBRELA",
                    "Upadhyay et al., arXiv 2406.06519",
                    2,
                    (settings, model) -> new GradeJudge(settings, model, "judge-umbrela")),
            labels(
                    "criteria",
                    "grades exactness, topicality, coverage and contextual fit, then asks for the grade",
                    "Farzi and Dietz, arXiv 2507.09488",
                    0,
                    CriteriaJudge::new),
            labels(
                    "nuggets",
                    "counts the questions of the topic that the passage answers; given or written by the model",
                    "Farzi and Dietz, arXiv 2402.00309",
                    0,
                    NuggetJudge::new),
            labels(
                    "few-shot",
                    "asks for the grade below graded examples of topics that are not judged",
                    "Brown et al., arXiv 2005.14165",
                    0,
                    FewShotJudge::new),
            labels(
                    "self-consistency",
                    "asks for the grade in three wordings, drawn by the seed, and sums the probabilities",
                    "Wang et al., arXiv 2203.11171",
                    0,
                    SelfConsistencyJudge::new),
            labels(
                    "pairwise",
                    "compares with other documents of the topic in the batch, in both orders, and counts wins",
                    "Qin et al., arXiv 2306.17563",
                    0,
                    PairwiseJudge::new),
            new Offer(
                    new Description(
                            "ensemble",
                            "several methods vote",
                            "Rahmani et al., arXiv 2412.13268",
                            "what its members need"),
                    Need.NOTHING,
                    0,
                    EnsembleJudge::new),
            new Offer(
                    new Description(
                            "calibrated",
                            "several signals and a decision fitted on labelled topics; needs a calibration file",
                            "McCullagh, doi:10.1111/j.2517-6161.1980.tb01109.x",
                            "what its signals need"),
                    Need.NOTHING,
                    2,
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

    /// @param wordings how many paraphrases of its prompts there are
    private record Offer(
            Description description,
            Need need,
            int wordings,
            BiFunction<JudgeSettings, LanguageModel, RelevanceJudge> opener) {}

    private static Offer labels(
            String name,
            String text,
            String paper,
            int wordings,
            BiFunction<JudgeSettings, LanguageModel, RelevanceJudge> opener) {
        return new Offer(new Description(name, text, paper, "label probabilities"), Need.LABELS, wordings, opener);
    }

    /// The names of all methods.
    public static List<String> names() {
        return OFFERS.stream().map(offer -> offer.description().name()).toList();
    }

    /// All methods.
    public static List<Description> described() {
        return OFFERS.stream().map(Offer::description).toList();
    }

    /// How many paraphrases of a method's prompts there are, besides its own wording.
    ///
    /// @throws SommelierException if the method is unknown
    public static int wordings(String method) {
        return offer(method).wordings();
    }

    /// A judge.
    ///
    /// @param model stays the caller's to close
    /// @throws SommelierException if the method is unknown, lacks a setting, or needs a capability that the model lacks
    public static RelevanceJudge open(JudgeSettings settings, LanguageModel model) {
        var offer = offer(settings.method());
        if (settings.wording() > offer.wordings()) {
            throw new SommelierException("method " + settings.method() + " has " + offer.wordings()
                    + " paraphrases, got number " + settings.wording() + ".");
        }
        Needs.check(
                "method " + settings.method(), offer.need() == Need.LABELS, offer.need() == Need.TEXTS, false, model);
        return offer.opener().apply(settings, model);
    }

    private static Offer offer(String method) {
        return OFFERS.stream()
                .filter(candidate -> candidate.description().name().equals(method))
                .findFirst()
                .orElseThrow(() -> new SommelierException(
                        "there is no method \"" + method + "\"; the methods are " + String.join(", ", names()) + "."));
    }
}
