package dev.sommelier.evaluation.recommendation;

import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.recommendation.Policies.EmptyLists;
import dev.sommelier.evaluation.recommendation.Policies.ListedItems;
import dev.sommelier.evaluation.recommendation.Policies.RepeatedItems;
import dev.sommelier.evaluation.recommendation.Policies.UsersWithoutTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The lists of an evaluation as numbers, after the policies.
final class PreparedLists {
    private final Policies policies;
    private final Numbering users;
    private final Numbering items;
    private final int knownItems;
    private final Popularity popularity;
    private final UserItems training;
    private final UserItems relevant;
    private final List<UserList> lists = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final long irrelevant;
    private int withoutTest;
    private int withoutList;
    private int empty;
    private long unknown;
    private long seen;
    private long repeated;

    PreparedLists(RecommendationEvaluation evaluation, Map<String, List<String>> given) {
        this.policies = evaluation.policies();
        this.users = new Numbering(evaluation.users());
        this.items = new Numbering(evaluation.items());
        this.knownItems = evaluation.knownItems();
        given.forEach((user, list) -> {
            users.number(user);
            list.forEach(items::number);
        });
        int measured = users.size();
        evaluation.train().forEach(row -> users.number(row.user()));
        var trainRows = UserItems.builder(users.size());
        evaluation.train().forEach(row -> trainRows.add(users.find(row.user()), items.find(row.item()), row.rating()));
        this.training = trainRows.build();
        this.popularity =
                Popularity.of(training, policies.unknownItems() == ListedItems.KEPT ? items.size() : knownItems);

        var testRows = UserItems.builder(users.size());
        long below = 0;
        for (var row : evaluation.test()) {
            if (row.rating() >= policies.relevantFrom()) {
                testRows.add(users.find(row.user()), items.find(row.item()), row.rating());
            } else {
                below++;
            }
        }
        this.irrelevant = below;
        this.relevant = testRows.build();
        for (int user = 0; user < measured; user++) {
            var list = given.get(users.id(user));
            if (list != null) {
                listed(user, list);
            } else if (relevant.count(user) > 0) {
                withoutList++;
                add(user, new int[0]);
            }
        }
    }

    private void listed(int user, List<String> list) {
        var kept = numbers(user, list);
        if (relevant.count(user) == 0) {
            withoutTest++;
            if (policies.usersWithoutTest() == UsersWithoutTest.LEFT_OUT) {
                return;
            }
        }
        empty += kept.length == 0 ? 1 : 0;
        add(user, kept);
    }

    private void add(int user, int[] list) {
        if (list.length > 0 || policies.emptyLists() == EmptyLists.ZERO) {
            lists.add(new UserList(user, list, training, relevant));
            names.add(users.id(user));
        }
    }

    private int[] numbers(int user, List<String> list) {
        var distinct = new HashSet<Integer>();
        var kept = new ArrayList<Integer>();
        for (var id : list) {
            int item = items.find(id);
            boolean isRepeated = !distinct.add(item);
            if (isRepeated && policies.repeatedItems() == RepeatedItems.REFUSED) {
                throw new SommelierException("user " + users.id(user) + ": items must be listed once, got \"" + id
                        + "\" twice; remove one of the two");
            }
            boolean isUnknown = item >= knownItems;
            boolean isSeen = training.has(user, item);
            unknown += isUnknown ? 1 : 0;
            seen += isSeen ? 1 : 0;
            repeated += isRepeated ? 1 : 0;
            boolean dropped = (isUnknown && policies.unknownItems() == ListedItems.DROPPED)
                    || (isSeen && policies.seenItems() == ListedItems.DROPPED)
                    || (isRepeated && policies.repeatedItems() == RepeatedItems.DROPPED);
            if (!dropped) {
                kept.add(item);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The lists of the users that count, in their order.
    List<UserList> lists() {
        return lists;
    }

    /// The identifier of a list's user.
    String user(int list) {
        return names.get(list);
    }

    Numbering items() {
        return items;
    }

    Popularity popularity() {
        return popularity;
    }

    Counts counts() {
        return new Counts(
                lists.size(),
                withoutTest,
                withoutList,
                empty,
                unknown,
                seen,
                repeated,
                irrelevant,
                popularity.items(),
                popularity.users(),
                popularity.interactions());
    }
}
