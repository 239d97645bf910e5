package dev.sommelier.datasets.trec;

/// What is known of a run beside its topics, once all of them have been handed over.
///
/// @param name the run's name
/// @param firstTopic the topic of its first line
public record StreamedRun(String name, String firstTopic) {}
