package dev.sommelier.experiments;

import dev.sommelier.agent.AgentRun;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.Recommender;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import java.util.function.Function;

/// Somebody who hands back lists, as [RankingEvaluation] sees them: all contenders are measured by the same code.
///
/// @param name the name that tables show; distinct within a comparison
/// @param kind what part the contender plays
/// @param parameters what it was made with, such as `lambda=250`
/// @param answers the answer to each query; an exception counts as a failed user
public record RankingContender(String name, ContenderKind kind, String parameters, Function<Query, Answer> answers) {

    /// A recommender that needs no language model.
    public static RankingContender classic(Recommender recommender, String parameters) {
        return new RankingContender(
                recommender.name(),
                ContenderKind.CLASSIC,
                parameters,
                query -> Answer.of(recommender.recommend(query)));
    }

    /// A scorer of the whole catalogue, with the parameters that it tells of itself.
    public static RankingContender classic(ItemScorer scorer) {
        var recommender = new ScorerRecommender(scorer);
        return classic(recommender, recommender.parameters());
    }

    /// A surrogate user whose decisions a language model takes.
    ///
    /// @param runs serves a user, or remembers how it was served
    public static RankingContender agent(String name, String parameters, Function<Query, AgentRun> runs) {
        return loop(name, ContenderKind.AGENT, parameters, runs);
    }

    /// The same loop with decisions that no model takes.
    ///
    /// @param runs serves a user, or remembers how it was served
    public static RankingContender control(String name, String parameters, Function<Query, AgentRun> runs) {
        return loop(name, ContenderKind.CONTROL, parameters, runs);
    }

    private static RankingContender loop(
            String name, ContenderKind kind, String parameters, Function<Query, AgentRun> runs) {
        return new RankingContender(name, kind, parameters, query -> Answer.of(runs.apply(query)));
    }
}
