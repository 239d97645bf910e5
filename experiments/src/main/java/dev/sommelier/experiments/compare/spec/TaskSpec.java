package dev.sommelier.experiments.compare.spec;

import dev.sommelier.experiments.compare.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// One task of an experiment.
public sealed interface TaskSpec {
    /// What is asked.
    TaskType type();

    /// How many users are asked, drawn by the experiment's seed; empty for all who have a held-out item.
    Optional<Integer> users();

    /// The metric that tests compare.
    String metric();

    /// Everything that could change an answer or a figure, in one line.
    String text();

    /// Only users whose held-out item has at most so many interactions in training are asked; empty for all.
    default Optional<Integer> newItems() {
        return this instanceof Ranking ranking ? ranking.view().newItems() : Optional.empty();
    }

    /// The same task for another number of users.
    TaskSpec withUsers(Optional<Integer> users);

    /// The best `k` items of the whole catalogue.
    ///
    /// @param k the length of the lists, at least 1
    /// @param view who is asked, and what is told of them
    record Ranking(int k, String metric, Optional<Integer> users, View view) implements TaskSpec {
        /// Everything about everybody.
        public Ranking(int k, String metric, Optional<Integer> users) {
            this(k, metric, users, View.WHOLE);
        }

        @Override
        public TaskType type() {
            return TaskType.RANKING;
        }

        @Override
        public String text() {
            return "ranking k=" + k + " metric=" + metric + " users=" + number(users) + view.text();
        }

        @Override
        public TaskSpec withUsers(Optional<Integer> users) {
            return new Ranking(k, metric, users, view);
        }
    }

    /// The order of given candidates, which are shown in an order drawn by the seed.
    ///
    /// @param from the contenders or kinds whose best items are the candidates; one set for each
    /// @param depth how many candidates each user has, at least 2
    /// @param target whether the held-out item is put among the candidates
    /// @param k the cut-off of the metrics
    record Rerank(List<String> from, int depth, Target target, int k, String metric, Optional<Integer> users)
            implements TaskSpec {
        public Rerank {
            from = List.copyOf(from);
        }

        @Override
        public TaskType type() {
            return TaskType.RERANK;
        }

        @Override
        public String text() {
            return "rerank from=" + String.join(",", from) + " depth=" + depth + " target=" + Fields.name(target)
                    + " k=" + k + " metric=" + metric + " users=" + number(users);
        }

        @Override
        public TaskSpec withUsers(Optional<Integer> users) {
            return new Rerank(from, depth, target, k, metric, users);
        }
    }

    /// Whether the held-out item is among the candidates.
    enum Target {
        /// Only where the contender that gave the candidates found it.
        AS_FOUND,
        /// In place of the last candidate where it was not found.
        ALWAYS
    }

    /// The held-out rating of each user.
    record Rating(String metric, Optional<Integer> users) implements TaskSpec {
        @Override
        public TaskType type() {
            return TaskType.RATING;
        }

        @Override
        public String text() {
            return "rating metric=" + metric + " users=" + number(users);
        }

        @Override
        public TaskSpec withUsers(Optional<Integer> users) {
            return new Rating(metric, users);
        }
    }

    /// The held-out item, a click, against items without contact, no clicks.
    ///
    /// @param negatives how many items without contact each user is asked about, at least 1
    /// @param sampling how they are drawn
    record Click(int negatives, Sampling sampling, String metric, Optional<Integer> users) implements TaskSpec {
        @Override
        public TaskType type() {
            return TaskType.CLICK;
        }

        @Override
        public String text() {
            return "click negatives=" + negatives + " sampling=" + Fields.name(sampling) + " metric=" + metric
                    + " users=" + number(users);
        }

        @Override
        public TaskSpec withUsers(Optional<Integer> users) {
            return new Click(negatives, sampling, metric, users);
        }
    }

    /// How items that stand for no click are drawn, without repetition, among those that the user never had contact
    /// with, held-out items included.
    enum Sampling {
        /// Every item alike.
        UNIFORM,
        /// An item as often as users had contact with it in training.
        POPULARITY
    }

    private static String number(Optional<Integer> users) {
        return users.map(Object::toString).orElse("all");
    }
}
