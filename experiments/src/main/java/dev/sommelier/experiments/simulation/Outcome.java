package dev.sommelier.experiments.simulation;

import dev.sommelier.evaluation.session.Session;
import dev.sommelier.evaluation.session.SessionDcg;
import dev.sommelier.evaluation.session.SessionMetric;
import dev.sommelier.evaluation.session.SessionRbp;
import dev.sommelier.evaluation.session.Shown;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// A contender's dialogues with all users, in the users' order.
public record Outcome(Contender contender, List<Dialogue> dialogues, List<Profile> users) {
    private static final SessionMetric SDCG = new SessionDcg(2, 4, 100);
    private static final SessionMetric SRBP = new SessionRbp(0.8, 0.8, 1);

    public Outcome {
        dialogues = List.copyOf(dialogues);
        users = List.copyOf(users);
    }

    /// A value of each dialogue.
    public double[] each(ToDoubleFunction<Dialogue> value) {
        return dialogues.stream().mapToDouble(value).toArray();
    }

    /// Whether each user's item was among the first `items` shown, as 1 or 0.
    public double[] hits(int items) {
        return each(dialogue -> dialogue.hit(items) ? 1 : 0);
    }

    /// The mean of a value.
    public double mean(ToDoubleFunction<Dialogue> value) {
        return dialogues.stream().mapToDouble(value).average().orElse(0);
    }

    /// The mean number of replies up to the item, over the users who found it; empty where nobody did.
    public OptionalDouble turnsToSuccess() {
        return dialogues.stream()
                .filter(dialogue -> dialogue.successTurn() > 0)
                .mapToInt(Dialogue::successTurn)
                .average();
    }

    /// NDCG of the list of one reply, over all users; 0 for a user whose dialogue was over before or whose reply had
    /// no such item. With one relevant item it is `1 / log2(rank + 1)`.
    public double ndcg(int turn) {
        return mean(dialogue -> {
            if (dialogue.successTurn() != turn) {
                return 0;
            }
            int before = dialogue.lists().subList(0, turn - 1).stream()
                    .mapToInt(List::size)
                    .sum();
            return Math.log(2) / Math.log(dialogue.successRank() - before + 1.0);
        });
    }

    /// Session DCG with bases 2 and 4: later lists count less.
    public double sessionDcg() {
        return session(SDCG);
    }

    /// Session RBP, persistence and balance .8.
    public double sessionRbp() {
        return session(SRBP);
    }

    private double session(SessionMetric metric) {
        double sum = 0;
        for (int i = 0; i < dialogues.size(); i++) {
            var target = users.get(i).target();
            var session = new Session(dialogues.get(i).lists().stream()
                    .map(list -> list.stream()
                            .map(item -> new Shown(item, item.equals(target) ? 1 : 0))
                            .toList())
                    .toList());
            sum += metric.of(session);
        }
        return dialogues.isEmpty() ? 0 : sum / dialogues.size();
    }

    /// A percentile of the replies' times in milliseconds.
    ///
    /// @param share from 0 to 1
    public double millis(double share) {
        var all = dialogues.stream()
                .flatMap(dialogue -> dialogue.nanos().stream())
                .sorted()
                .toList();
        return all.isEmpty() ? 0 : all.get((int) Math.floor(share * (all.size() - 1))) / 1e6;
    }
}
