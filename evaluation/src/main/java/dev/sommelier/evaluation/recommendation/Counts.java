package dev.sommelier.evaluation.recommendation;

/// How many users and items there were, and what the [Policies] met.
///
/// @param users the users behind the figures
/// @param usersWithoutTest users with a list but no relevant test item
/// @param usersWithoutList users with relevant test items but no list at all
/// @param emptyLists users whose list was there but had nothing left after items were dropped
/// @param unknownItems listed items that training lacks, over all lists
/// @param seenItems listed items that the user has in training, over all lists
/// @param repeatedItems listed items that the same list has further up, over all lists
/// @param irrelevantTestItems test rows rated below the lowest relevant rating
/// @param catalogueItems the items of the catalogue: those of training, and where unknown items are kept all others
/// @param trainingUsers the users of training
/// @param trainingPairs the distinct pairs of user and item in training
public record Counts(
        int users,
        int usersWithoutTest,
        int usersWithoutList,
        int emptyLists,
        long unknownItems,
        long seenItems,
        long repeatedItems,
        long irrelevantTestItems,
        int catalogueItems,
        int trainingUsers,
        long trainingPairs) {}
