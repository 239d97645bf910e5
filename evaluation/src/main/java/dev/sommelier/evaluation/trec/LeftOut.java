package dev.sommelier.evaluation.trec;

/// What an evaluation does not see, in numbers.
///
/// @param topicsOnlyInQrels topics without results: left out of the means, or scored zero where the options say
/// complete
/// @param topicsOnlyInRun topics without judgements: always left out
/// @param unjudged ranked documents of the evaluated topics without a judgement, negative grades included; they count
/// as
///     not relevant, or are taken out where the options say judged only
/// @param ranked ranked documents of the evaluated topics
public record LeftOut(int topicsOnlyInQrels, int topicsOnlyInRun, long unjudged, long ranked) {}
