/// What an agent may do with a catalogue: retrieve and rank by an attribute, look an item up.
///
/// Start reading at [ToolBox]; its [ToolSession] serves one user. A call's result is a [ToolResult]: items, details, or
/// a failure in words that a model can read. The [CandidateMemory] holds every list with its origin.
@NullMarked
package dev.sommelier.tools;

import org.jspecify.annotations.NullMarked;
