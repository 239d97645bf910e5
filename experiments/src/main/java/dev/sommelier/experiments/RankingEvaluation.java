package dev.sommelier.experiments;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Query;
import dev.sommelier.evaluation.recommendation.AccuracyMetric;
import dev.sommelier.evaluation.recommendation.HitRate;
import dev.sommelier.evaluation.recommendation.JudgedList;
import dev.sommelier.evaluation.recommendation.Ndcg;
import dev.sommelier.evaluation.recommendation.Recall;
import dev.sommelier.evaluation.recommendation.ReciprocalRank;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.ModelFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks contenders for lists and measures them: hit rate, NDCG, recall and reciprocal rank at `k` over the full
/// catalogue, no sampled negatives.
///
/// A user whose run throws, reports a failure, or hands back an item that does not exist or was seen already is a miss
/// with all metrics 0, and is counted with its cause.
public final class RankingEvaluation {
    private final Catalog catalog;
    private final int k;
    private final Progress progress;
    private final List<AccuracyMetric> metrics;

    /// @param catalog the items that may be recommended
    /// @param k the length of the lists, at least 1
    /// @param progress is told after every user
    public RankingEvaluation(Catalog catalog, int k, Progress progress) {
        this.catalog = catalog;
        this.k = k;
        this.progress = progress;
        this.metrics = List.of(new HitRate(k), new Ndcg(k), new Recall(k), new ReciprocalRank(k));
    }

    /// The metrics that are measured, in the order that tables show them.
    public List<String> metricNames() {
        return metrics.stream().map(AccuracyMetric::name).toList();
    }

    /// The list length.
    int k() {
        return k;
    }

    /// The catalogue that the lists are drawn from.
    Catalog catalog() {
        return catalog;
    }

    /// One contender's answers for all users, in their order, one after the other.
    public ContenderRun run(RankingContender contender, List<TestUser> users) {
        var outcomes = new ArrayList<UserOutcome>();
        progress.update(contender.name(), 0, users.size());
        for (var user : users) {
            outcomes.add(outcome(contender, user));
            progress.update(contender.name(), outcomes.size(), users.size());
        }
        return new ContenderRun(contender.name(), contender.kind(), contender.parameters(), outcomes);
    }

    /// Every contender's answers for the same users.
    public List<ContenderRun> runAll(List<RankingContender> contenders, List<TestUser> users) {
        var names = new HashSet<String>();
        for (var contender : contenders) {
            if (!names.add(contender.name())) {
                throw new IllegalArgumentException("two contenders are named \"" + contender.name() + "\"");
            }
        }
        return contenders.stream().map(contender -> run(contender, users)).toList();
    }

    private UserOutcome outcome(RankingContender contender, TestUser user) {
        long start = System.nanoTime();
        var answer = ask(contender, user);
        double seconds = answer.time().map(RankingEvaluation::seconds).orElse((System.nanoTime() - start) / 1e9);
        var failure = answer.failure().or(() -> fault(answer, user));
        List<String> items = failure.isPresent()
                ? List.of()
                : answer.list().items().stream().limit(k).toList();
        return new UserOutcome(
                user.user(),
                items,
                measure(items, user.relevant()),
                failure,
                answer.usage(),
                answer.repairs(),
                seconds,
                answer.ownTime().map(RankingEvaluation::seconds).orElse(seconds));
    }

    private Answer ask(RankingContender contender, TestUser user) {
        try {
            return contender.answers().apply(Query.top(k, user.history()));
        } catch (RuntimeException e) {
            if (e instanceof ModelFailure failure && failure.kind().endsJob()) {
                throw failure;
            }
            return Answer.failed(Causes.of(e));
        }
    }

    private Optional<String> fault(Answer answer, TestUser user) {
        var seen = user.history().items();
        for (var item : answer.list().items()) {
            if (!catalog.contains(item)) {
                return Optional.of("an item that is not in the catalogue");
            }
            if (seen.contains(item)) {
                return Optional.of("an item that the user has seen");
            }
        }
        return Optional.empty();
    }

    private Map<String, Double> measure(List<String> items, Set<String> relevant) {
        var values = new LinkedHashMap<String, Double>();
        var judged = JudgedList.of(items, relevant);
        metrics.forEach(metric -> values.put(metric.name(), metric.of(judged)));
        return values;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
