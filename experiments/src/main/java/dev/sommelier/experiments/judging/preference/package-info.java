/// Judges of two answers beside each other and beside people. Start at [PreferenceStudy].
@NullMarked
package dev.sommelier.experiments.judging.preference;

import org.jspecify.annotations.NullMarked;
