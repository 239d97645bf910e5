/// The surrogate user: a language model, or a control in its place, that explores a catalogue with tools and hands back
/// a list (after ToolRec, arXiv 2405.15114).
///
/// Start reading at [SurrogateUser]. Each turn the loop asks a [Decider] to choose one of the [Decision]s that the
/// state
/// allows, so an invented item or attribute cannot be chosen; what had to be repaired is counted by [Repair]. A
/// language
/// model ([ModelDecider]), chance ([RandomDecider]) and a fixed plan ([FixedPlanDecider]) go through the same loop.
@NullMarked
package dev.sommelier.agent;

import org.jspecify.annotations.NullMarked;
