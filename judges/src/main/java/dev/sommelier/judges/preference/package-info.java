/// Judges of which of two texts is better, asked in both orders. Start at [Preference].
@NullMarked
package dev.sommelier.judges.preference;

import org.jspecify.annotations.NullMarked;
