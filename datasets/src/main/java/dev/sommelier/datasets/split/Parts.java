package dev.sommelier.datasets.split;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.datasets.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A data set that was cut by a [SplitRule].
///
/// Models are tuned on `train` and asked about `validation`; then they are fitted on `trainAndValidation` and asked
/// about `test`. A user who is asked is in the training set too, with the same history, but for
/// [SplitRule.HeldOutUsers], where their history is with [Asked] alone. Held-out items need not have been learned from.
///
/// @param catalog the items
/// @param train for tuning
/// @param trainAndValidation for the final fit
/// @param validation the users asked in tuning, in user order; empty where the rule has no validation
/// @param test the users asked at the end, in user order
/// @param rule the rule with its parameters, as [SplitRule#text] states it
/// @param hash the SHA-256 over the data set's content hash, the rule and every held-out interaction
/// @param counts what was left out, by cause
public record Parts(
        Catalog catalog,
        TrainingSet train,
        TrainingSet trainAndValidation,
        List<Asked> validation,
        List<Asked> test,
        String rule,
        String hash,
        Counts counts) {
    /// What a split leaves out.
    ///
    /// @param repeatedContacts the interactions with an item that the user had had contact with before
    /// @param usersWithoutTest the users who have no test item
    /// @param usersUnknownAtTest those of them whose test items went because nothing of them was known
    /// @param interactionsUnasked those test and validation interactions of users of whom nothing was known
    public record Counts(int repeatedContacts, int usersWithoutTest, int usersUnknownAtTest, int interactionsUnasked) {}

    public Parts {
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /// The same with one held-out item for each user, the first in order of time, for tasks that ask for one.
    ///
    /// @throws SommelierException if the users who are asked are not learned from
    public Split nextItems() {
        if (test.stream()
                .anyMatch(asked -> trainAndValidation.history(asked.user()).isEmpty())) {
            throw new SommelierException("the split \"" + rule + "\" does not learn from the users that it asks about,"
                    + " which this task needs; choose another split");
        }
        return new Split(
                catalog,
                train,
                trainAndValidation,
                first(validation),
                first(test),
                hash,
                counts.usersWithoutTest(),
                counts.repeatedContacts());
    }

    private static Map<String, Interaction> first(List<Asked> users) {
        var first = new LinkedHashMap<String, Interaction>();
        users.forEach(asked -> first.put(asked.user(), asked.heldOut().getFirst()));
        return first;
    }
}
