package dev.sommelier.evaluation.agreement;

/// A pair that a judge could not label.
///
/// @param topic the topic's identifier
/// @param document the document's identifier
/// @param cause why, in a few words
public record FailedLabel(String topic, String document, String cause) {}
