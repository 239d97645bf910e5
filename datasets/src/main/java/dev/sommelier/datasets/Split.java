package dev.sommelier.datasets;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.io.Hashes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A data set cut into what models learn from and what they are asked: leave-last-out.
///
/// Each user's interactions are sorted by time, equal times by file row. The last is the test item, the one before is
/// for
/// validation, all others train; after tuning, models are fitted again on train and validation. A user with two
/// interactions has a test item and one to train on; a user with one trains only. Of repeated contacts with one item
/// only
/// the first counts, so that a held-out item is always new to its user. Users are in order of first appearance in the
/// file.
///
/// @param catalog the items
/// @param train for tuning: without validation and test items
/// @param trainAndValidation for the final fit: without test items
/// @param validation the validation interaction by user, in user order
/// @param test the test interaction by user, in user order
/// @param hash the SHA-256 over the data set's content hash and every held-out interaction
/// @param usersWithoutTest the users who had too few interactions to be asked about
/// @param repeatedContacts the interactions left out because the user had had contact with the item before
public record Split(
        Catalog catalog,
        TrainingSet train,
        TrainingSet trainAndValidation,
        Map<String, Interaction> validation,
        Map<String, Interaction> test,
        String hash,
        int usersWithoutTest,
        int repeatedContacts) {
    public Split {
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
        test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    }

    /// Splits a data set; the same data set always gives the same split.
    public static Split leaveLastOut(Dataset dataset) {
        var train = new ArrayList<History>();
        var trainAndValidation = new ArrayList<History>();
        var validation = new LinkedHashMap<String, Interaction>();
        var test = new LinkedHashMap<String, Interaction>();
        int used = 0;
        for (var user : Timelines.byUser(dataset.interactions()).entrySet()) {
            var own = firstContacts(user.getValue());
            int n = own.size();
            used += n;
            if (n >= 2) {
                test.put(user.getKey(), own.get(n - 1));
            }
            if (n >= 3) {
                validation.put(user.getKey(), own.get(n - 2));
            }
            train.add(history(user.getKey(), own.subList(0, Math.max(1, n - 2))));
            trainAndValidation.add(history(user.getKey(), own.subList(0, Math.max(1, n - 1))));
        }
        return new Split(
                dataset.catalog(),
                new TrainingSet(dataset.catalog(), train),
                new TrainingSet(dataset.catalog(), trainAndValidation),
                validation,
                test,
                hash(dataset, validation, test),
                train.size() - test.size(),
                dataset.interactions().size() - used);
    }

    /// What is known of a user when the test item is asked for: train and validation.
    ///
    /// @throws IllegalArgumentException if there is no such user
    public History historyBeforeTest(String user) {
        return find(trainAndValidation, user);
    }

    /// The item that a user is asked about.
    ///
    /// @throws IllegalArgumentException if the user has no test item
    public String testItem(String user) {
        var held = test.get(user);
        if (held == null) {
            throw new IllegalArgumentException("user \"" + user + "\" has no test item");
        }
        return held.item();
    }

    /// What is known of a user when the validation item is asked for: train only.
    ///
    /// @throws IllegalArgumentException if there is no such user
    public History historyBeforeValidation(String user) {
        return find(train, user);
    }

    /// `n` distinct users that have a test item, drawn uniformly. With the same seed a smaller sample is the beginning
    /// of
    /// a larger one.
    ///
    /// @throws SommelierException if fewer users have a test item
    public List<String> sampleTestUsers(int n, long seed) {
        if (n < 0 || n > test.size()) {
            throw new SommelierException(
                    "asked for " + n + " users, " + test.size() + " have a test item; ask for fewer");
        }
        var users = new ArrayList<>(test.keySet());
        // The Javadoc of Random fixes its numbers for good, and a shuffle from the front keeps the prefix.
        var random = new Random(seed);
        for (int i = 0; i < n; i++) {
            Collections.swap(users, i, i + random.nextInt(users.size() - i));
        }
        return List.copyOf(users.subList(0, n));
    }

    private static List<Interaction> firstContacts(List<Interaction> sorted) {
        var seen = new LinkedHashSet<String>();
        return sorted.stream()
                .filter(interaction -> seen.add(interaction.item()))
                .toList();
    }

    private static History history(String user, List<Interaction> interactions) {
        List<Event> events = interactions.stream().map(Interaction::event).toList();
        return new History(user, events);
    }

    private static History find(TrainingSet set, String user) {
        return set.history(user)
                .orElseThrow(() -> new IllegalArgumentException("no user \"" + user + "\" in the split"));
    }

    private static String hash(Dataset dataset, Map<String, Interaction> validation, Map<String, Interaction> test) {
        var text = new StringBuilder("leave-last-out\n")
                .append(dataset.contentHash())
                .append('\n');
        validation.forEach((user, one) -> text.append("v\t" + user + "\t" + one.item() + "\t" + one.time() + "\n"));
        test.forEach((user, one) -> text.append("t\t" + user + "\t" + one.item() + "\t" + one.time() + "\n"));
        return Hashes.sha256(text.toString());
    }
}
