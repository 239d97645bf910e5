package dev.sommelier.judges.relevance;

import dev.sommelier.core.Document;
import dev.sommelier.core.Topic;

/// A topic and a document to be judged for it.
public record RelevancePair(Topic topic, Document document) {}
