/// Reads what `agree` and `significance` compare: labels, scores by topic, lengths.
///
/// Start reading at [LabelFiles] and [ScoreFiles].
@NullMarked
package dev.sommelier.experiments.agreement.files;

import org.jspecify.annotations.NullMarked;
