/// Everything that shows results: a terminal's tables, CSV, JSON, and one HTML file that opens without a network.
///
/// Start reading at [Report], which holds what all of them show, then [HtmlReport] and [TextReport].
@NullMarked
package dev.sommelier.experiments.report;

import org.jspecify.annotations.NullMarked;
