/// TREC's qrels and runs, plain or gzip, read into [dev.sommelier.core.Qrels] and [dev.sommelier.core.Run].
///
/// Start reading at [TrecFiles]. What trec_eval quietly accepts is accepted and counted ([Oddity]); what would change
/// figures without a word (a score that is no number, a document twice) is an error that names file, line, rule and
/// value.
@NullMarked
package dev.sommelier.datasets.trec;

import org.jspecify.annotations.NullMarked;
