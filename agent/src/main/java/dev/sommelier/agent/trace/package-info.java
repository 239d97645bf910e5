/// Traces of agent runs: written and read as JSON lines, printed for people.
///
/// Start reading at [Trace]. One run is a header line, a line for each question and a closing line; a file holds any
/// number of runs. Wall times stand in fields of their own (`nanos`) and can be left out, so that two runs with the
/// same seed compare byte for byte.
@NullMarked
package dev.sommelier.agent.trace;

import org.jspecify.annotations.NullMarked;
