package dev.sommelier.judges.job;

import dev.sommelier.core.Document;
import java.util.Optional;
import java.util.OptionalInt;

/// One pair of a plan.
///
/// @param position from 0
/// @param text the document; empty where the collection has none of that identifier, or no topic of the pair's
/// @param human the grade that a human gave, where one is known
public record PlannedPair(long position, String topic, String document, Optional<Document> text, OptionalInt human) {}
