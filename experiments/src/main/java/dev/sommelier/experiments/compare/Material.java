package dev.sommelier.experiments.compare;

import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.Split;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What contenders are fitted on and asked about: one part of a data set.
///
/// @param dataset the data set that it comes from
/// @param train what contenders learn from, and what they are shown of each user
/// @param heldOut the interaction that each user is asked about, in user order
/// @param splitHash the SHA-256 of the split
/// @param seed of everything random
public record Material(
        Dataset dataset, TrainingSet train, Map<String, Interaction> heldOut, String splitHash, long seed) {
    public Material {
        heldOut = Collections.unmodifiableMap(new LinkedHashMap<>(heldOut));
    }

    /// The test items, with what was before them to learn from.
    public static Material test(Dataset dataset, Split split, long seed) {
        return new Material(dataset, split.trainAndValidation(), split.test(), split.hash(), seed);
    }

    /// The validation items, with what was before them to learn from: test items are nowhere in it.
    public static Material validation(Dataset dataset, Split split, long seed) {
        return new Material(dataset, split.train(), split.validation(), split.hash(), seed);
    }

    /// What is known of a user.
    public History history(String user) {
        return train.history(user)
                .orElseThrow(() -> new IllegalArgumentException("no user \"" + user + "\" in the training part"));
    }

    /// How many users a task may ask, however many it wants.
    public int askable(TaskSpec task) {
        return askableUsers(task).size();
    }

    private List<String> askableUsers(TaskSpec task) {
        if (task.newItems().isEmpty()) {
            return List.copyOf(heldOut.keySet());
        }
        var contacts = new HashMap<String, Integer>();
        train.histories().forEach(history -> history.items().forEach(item -> contacts.merge(item, 1, Integer::sum)));
        return heldOut.entrySet().stream()
                .filter(held -> contacts.getOrDefault(held.getValue().item(), 0)
                        <= task.newItems().get())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How many users a task asks.
    public int users(TaskSpec task) {
        return Math.min(task.users().orElse(Integer.MAX_VALUE), askable(task));
    }

    /// The users that a task asks: all with a held-out item in their order, or so many drawn by the seed, where a
    /// smaller sample is the beginning of a larger one.
    public List<String> sample(TaskSpec task) {
        var users = new ArrayList<>(askableUsers(task));
        var wanted = task.users();
        if (wanted.isEmpty()) {
            return users;
        }
        // The same draw as Split.sampleTestUsers, so that an agent's users are these users.
        var random = new Random(seed);
        int n = Math.min(wanted.get(), users.size());
        for (int i = 0; i < n; i++) {
            Collections.swap(users, i, i + random.nextInt(users.size() - i));
        }
        return List.copyOf(users.subList(0, n));
    }
}
