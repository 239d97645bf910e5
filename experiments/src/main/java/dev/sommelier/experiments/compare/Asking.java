package dev.sommelier.experiments.compare;

import dev.sommelier.core.Query;
import dev.sommelier.core.Usage;
import dev.sommelier.experiments.Answer;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import dev.sommelier.llm.ModelFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks one contender about users, one after the other, and turns whatever happens into answers.
final class Asking {
    private final Material material;
    private final TaskSpec task;
    private final Solver solver;

    Asking(Material material, TaskSpec task, Solver solver) {
        this.material = material;
        this.task = task;
        this.solver = solver;
    }

    UserAnswer answer(AskedUser user) {
        long start = System.nanoTime();
        try {
            return switch (solver) {
                case Solver.Lists lists -> list(lists, user, start);
                case Solver.Scores scores -> scores(scores, user, start);
            };
        } catch (RuntimeException e) {
            if (e instanceof ModelFailure failure && failure.kind().endsJob()) {
                throw failure;
            }
            return failed(user.user(), Failure.words(e), Usage.NONE, seconds(start));
        } catch (OutOfMemoryError e) {
            return failed(user.user(), Failure.memory("answer"), Usage.NONE, seconds(start));
        }
    }

    private UserAnswer list(Solver.Lists lists, AskedUser user, long start) {
        int k = task instanceof TaskSpec.Ranking ranking
                ? ranking.k()
                : user.items().size();
        var history = material.history(user.user());
        var query = task instanceof TaskSpec.Ranking ranking
                ? ranking.view().query(history, k, material.train().catalog())
                : Query.top(k, history);
        var answer = lists.answers().apply(query);
        double seconds = answer.time().map(time -> time.toNanos() / 1e9).orElseGet(() -> seconds(start));
        var failure = answer.failure().or(() -> fault(answer, user));
        if (failure.isPresent()) {
            return failed(user.user(), failure.get(), answer.usage(), seconds);
        }
        var items = answer.list().items().stream().limit(k).toList();
        return answered(user.user(), items, List.of(), answer.usage(), answer.repairs(), seconds);
    }

    private Optional<String> fault(Answer answer, AskedUser user) {
        var seen = material.history(user.user()).items();
        for (var item : answer.list().items()) {
            if (!material.train().catalog().contains(item)) {
                return Optional.of("an item that is not in the catalogue");
            }
            if (seen.contains(item)) {
                return Optional.of("an item that the user has seen");
            }
        }
        return Optional.empty();
    }

    private UserAnswer scores(Solver.Scores scores, AskedUser user, long start) {
        var scored = scores.answers().apply(new Question(material.history(user.user()), user.items()));
        double seconds = seconds(start);
        if (scored.scores().size() != user.items().size()) {
            var cause = "expected " + user.items().size() + " scores, got "
                    + scored.scores().size();
            return failed(user.user(), cause, scored.usage(), seconds);
        }
        if (scored.scores().stream().anyMatch(score -> !Double.isFinite(score))) {
            return failed(user.user(), "a score that is not a finite number", scored.usage(), seconds);
        }
        return answered(user.user(), List.of(), scored.scores(), scored.usage(), Map.of(), seconds);
    }

    static UserAnswer failed(String user, String cause, Usage usage, double seconds) {
        return new UserAnswer(
                user,
                List.of(),
                List.of(),
                cause,
                usage.calls(),
                usage.promptTokens(),
                usage.sharedTokens(),
                usage.generatedTokens(),
                Map.of(),
                seconds);
    }

    private static UserAnswer answered(
            String user,
            List<String> items,
            List<Double> scores,
            Usage usage,
            Map<String, Integer> repairs,
            double seconds) {
        return new UserAnswer(
                user,
                items,
                scores,
                "",
                usage.calls(),
                usage.promptTokens(),
                usage.sharedTokens(),
                usage.generatedTokens(),
                repairs,
                seconds);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
