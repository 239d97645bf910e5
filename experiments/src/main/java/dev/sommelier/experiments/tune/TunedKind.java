package dev.sommelier.experiments.tune;

import dev.sommelier.recommenders.store.ModelParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One contender whose hyper-parameters are searched, by successive halving: all candidates are tried with a small
/// budget, the best of them with a larger one, and so on; the last round has the whole budget. The budget is the number
/// of epochs or iterations where the kind has such a hyper-parameter, else the number of users asked.
///
/// Source: Jamieson and Talwalkar, *Non-stochastic Best Arm Identification and Hyperparameter Optimization*, AISTATS
/// 2016, [proceedings](https://proceedings.mlr.press/v51/jamieson16.html).
///
/// @param name what tables show; distinct within the file
/// @param kind what it is made by
/// @param space what is searched
/// @param candidates what is tried, the preset first
/// @param rounds how many rounds there are, at least 1; with one round all candidates get the whole budget
/// @param reduction one of so many goes on to the next round, at least 2
public record TunedKind(
        String name, String kind, SearchSpace space, List<ModelParameters> candidates, int rounds, int reduction) {
    /// Hyper-parameters that say how long a model is trained.
    private static final List<String> BUDGETS = List.of("epochs", "iterations");

    public TunedKind {
        candidates = List.copyOf(candidates);
    }

    /// The hyper-parameter that says how long a model is trained; empty where users are the budget.
    public Optional<String> budget() {
        return BUDGETS.stream()
                .filter(name -> space.preset().values().containsKey(name))
                .findFirst();
    }

    /// How many candidates a round tries.
    ///
    /// @param round from 0
    public int size(int round) {
        int size = candidates.size();
        for (int r = 0; r < round; r++) {
            size = Math.min(size, 1 + Math.ceilDiv(size, reduction));
        }
        return size;
    }

    /// The share of the budget that a round has, above 0 and at most 1.
    public double share(int round) {
        return Math.pow(reduction, round - (rounds - 1.0));
    }

    /// A candidate with the training that a round gives it.
    public ModelParameters within(ModelParameters candidate, int round) {
        return budget().map(name -> {
                    long whole = candidate.whole(name);
                    long cut = Math.max(1, (long) Math.ceil(whole * share(round) - 1e-9));
                    return candidate.with(Map.of(name, Long.toString(cut)));
                })
                .orElse(candidate);
    }

    /// How many of so many users a round asks.
    public int users(int all, int round) {
        return budget().isPresent() ? all : Math.min(all, Math.max(2, (int) Math.ceil(all * share(round) - 1e-9)));
    }

    /// Everything that could change an outcome, in one line.
    public String text() {
        return kind + " " + space.text() + " candidates=" + candidates.size() + " rounds=" + rounds + " reduction="
                + reduction;
    }
}
