/// What a comparison found, as tables, one HTML page, CSV, LaTeX and JSON.
///
/// Start at [ComparisonReport]; [Measures] turns answers into figures.
@NullMarked
package dev.sommelier.experiments.compare.report;

import org.jspecify.annotations.NullMarked;
