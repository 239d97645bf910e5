/// Reads data files of others into items and interactions, and says file, line, rule and value where one is wrong.
///
/// Start reading at [FolderFormat], which recognises and reads the files of a published data set, and at [MappedFiles]
/// for any delimited text by a [ColumnMapping]. What comes out is a [Content].
@NullMarked
package dev.sommelier.datasets.format;

import org.jspecify.annotations.NullMarked;
