/// What `eval` has to show of runs and of recommendation lists, beyond the layout of trec_eval: tables and a page with
/// intervals.
///
/// Start reading at [RunRendering] and [ListRendering].
@NullMarked
package dev.sommelier.experiments.runs;

import org.jspecify.annotations.NullMarked;
