/// Judges of how relevant a document is to a topic. Start at [RelevanceJudge].
@NullMarked
package dev.sommelier.judges.relevance;

import org.jspecify.annotations.NullMarked;
