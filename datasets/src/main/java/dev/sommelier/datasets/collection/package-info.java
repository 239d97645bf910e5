/// Readers of test collections: topics, documents, and the pairs of both that are to be judged.
///
/// Start at [TopicFiles], [DocumentFiles] and [PairFiles]. Files may be gzip, told by their first bytes; formats are
/// told by the content. Documents and pairs stream, so that a collection need not fit into memory.
@NullMarked
package dev.sommelier.datasets.collection;

import org.jspecify.annotations.NullMarked;
