package dev.sommelier.datasets.split;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.Dataset;
import java.util.List;
import java.util.Map;

/// How a data set is cut. The same data set, rule and seed always give the same parts.
///
/// All rules have in common: of repeated contacts of a user with one item only the first counts, so that a held-out
/// item is always new to its user; users are in order of first appearance in the file; a user's interactions are in
/// order of time, equal times by file row; a user of whom nothing would be known is not asked, and is counted.
///
/// ```java
/// var parts = SplitRule.of("global-temporal", Map.of("test", "0.2"), seed).cut(dataset);
/// ```
public sealed interface SplitRule {
    /// The names of all rules.
    List<String> NAMES = List.of(
            "leave-last-out", "global-temporal", "user-temporal", "random", "k-fold", "held-out-users", "given");

    /// The share of test and of validation where none is named.
    double USUAL_SHARE = 0.1;

    /// What [#of] takes for this rule.
    String name();

    /// How provenance states the rule with all its parameters, such as `random test=0.1 validation=0.1 seed=7`.
    String text();

    /// Cuts a data set.
    ///
    /// @throws SommelierException if the data set lacks what the rule needs, such as times
    default Parts cut(Dataset dataset) {
        return Cut.of(dataset, this);
    }

    /// Each user's last interaction is for the test, the one before for validation; a user with two has a test item
    /// and one to learn from, a user with one is learned from only.
    record LeaveLastOut() implements SplitRule {
        @Override
        public String name() {
            return NAMES.get(0);
        }

        @Override
        public String text() {
            return name();
        }
    }

    /// One moment for all users: what happened from then on is the test, so that nothing learned from is younger than
    /// anything asked. The moment is where the share of interactions that are at least as late first reaches `test`;
    /// equal times stay together. Validation is cut the same way before it.
    ///
    /// @param validation its share of all interactions, 0 for none
    /// @param test its share of all interactions, above 0; both together below 1
    record GlobalTemporal(double validation, double test) implements SplitRule {
        public GlobalTemporal {
            Shares.check(validation, test);
        }

        @Override
        public String name() {
            return NAMES.get(1);
        }

        @Override
        public String text() {
            return name() + Shares.text(validation, test);
        }
    }

    /// The last interactions of each user are for the test: their share, rounded, but at least one where the user has
    /// two; those before are for validation, at least one where the user has three. At least one is learned from.
    ///
    /// @param validation its share of a user's interactions, 0 for none
    /// @param test its share of a user's interactions, above 0; both together below 1
    record UserTemporal(double validation, double test) implements SplitRule {
        public UserTemporal {
            Shares.check(validation, test);
        }

        @Override
        public String name() {
            return NAMES.get(2);
        }

        @Override
        public String text() {
            return name() + Shares.text(validation, test);
        }
    }

    /// A random share of all interactions is the test, whatever their times: of use beside older work, but models learn
    /// from the future.
    ///
    /// @param validation its share of all interactions, 0 for none
    /// @param test its share of all interactions, above 0; both together below 1
    record Random(double validation, double test, long seed) implements SplitRule {
        public Random {
            Shares.check(validation, test);
        }

        @Override
        public String name() {
            return NAMES.get(3);
        }

        @Override
        public String text() {
            return name() + Shares.text(validation, test) + " seed=" + seed;
        }
    }

    /// All interactions are dealt to folds at random, sizes differing by one at most; one fold is the test, the next
    /// one (the first after the last) is for validation.
    ///
    /// @param folds at least 3
    /// @param fold the fold that is the test, from 0
    record KFold(int folds, int fold, long seed) implements SplitRule {
        public KFold {
            if (folds < 3 || fold < 0 || fold >= folds) {
                throw new SommelierException("k-fold needs at least 3 folds and a fold from 0 to folds - 1, got folds="
                        + folds + " and fold=" + fold + "; correct them");
            }
        }

        @Override
        public String name() {
            return NAMES.get(4);
        }

        @Override
        public String text() {
            return name() + " folds=" + folds + " fold=" + fold + " seed=" + seed;
        }
    }

    /// Strong generalisation: some users are not learned from at all. Of each, a random share of the interactions is
    /// shown when asking (fold-in), and the rest is asked about. As in Liang et al. 2018,
    /// doi.org/10.1145/3178876.3186150.
    /// Users with fewer than two interactions are learned from.
    ///
    /// @param validation its share of the users who can be asked, 0 for none
    /// @param test its share of the users who can be asked, above 0; both together below 1
    /// @param known the share of a held-out user's interactions that is shown, rounded, at least one and not all
    record HeldOutUsers(double validation, double test, double known, long seed) implements SplitRule {
        public HeldOutUsers {
            Shares.check(validation, test);
            if (!(known > 0 && known < 1)) {
                throw new SommelierException(
                        "held-out-users needs known above 0 and below 1, got " + known + "; correct it");
            }
        }

        @Override
        public String name() {
            return NAMES.get(5);
        }

        @Override
        public String text() {
            return name() + Shares.text(validation, test) + " known=" + known + " seed=" + seed;
        }
    }

    /// The split that was published with the data.
    record Given() implements SplitRule {
        @Override
        public String name() {
            return NAMES.get(6);
        }

        @Override
        public String text() {
            return name();
        }
    }

    /// The rule of this name.
    ///
    /// @param name one of [#NAMES]
    /// @param parameters by name: `validation`, `test` (0.1 each where absent) for all rules with shares; `folds` (5),
    ///     `fold` (0) for `k-fold`; `known` (0.8) for `held-out-users`; none for the others
    /// @param seed of rules that draw
    /// @throws SommelierException if there is no such rule or parameter, or a value does not fit
    static SplitRule of(String name, Map<String, String> parameters, long seed) {
        var given = new Parameters(name, parameters);
        SplitRule rule =
                switch (name) {
                    case "leave-last-out" -> new LeaveLastOut();
                    case "global-temporal" -> new GlobalTemporal(given.validation(), given.test());
                    case "user-temporal" -> new UserTemporal(given.validation(), given.test());
                    case "random" -> new Random(given.validation(), given.test(), seed);
                    case "k-fold" -> new KFold(given.whole("folds", 5), given.whole("fold", 0), seed);
                    case "held-out-users" ->
                        new HeldOutUsers(given.validation(), given.test(), given.share("known", 0.8), seed);
                    case "given" -> new Given();
                    default ->
                        throw new SommelierException(
                                "there is no split \"" + name + "\"; choose among " + String.join(", ", NAMES));
                };
        given.refuseUnused();
        return rule;
    }

    /// The rule of a text such as `global-temporal` or `user-temporal:test=0.2,validation=0.1`.
    ///
    /// @throws SommelierException if it cannot be understood
    static SplitRule parse(String text, long seed) {
        var parts = text.split(":", 2);
        return of(parts[0].strip(), parts.length < 2 ? Map.of() : Parameters.parse(parts[1]), seed);
    }
}
