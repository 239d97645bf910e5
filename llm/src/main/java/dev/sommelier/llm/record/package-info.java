/// Recordings of everything a model was asked and answered, and replays without a model.
@NullMarked
package dev.sommelier.llm.record;

import org.jspecify.annotations.NullMarked;
