/// Reads data files of others into items and interactions, and says file, line, rule and value where one is wrong.
///
/// Start reading at [Layout], which recognises and reads the files of published data sets through DuckDB and counts
/// what
/// it leaves out, and at [MappedFiles] for any delimited text by a [ColumnMapping]. [FolderFormat] is for the few that
/// `data get` fetches and in which no line may be wrong. What comes out is a [Content].
@NullMarked
package dev.sommelier.datasets.format;

import org.jspecify.annotations.NullMarked;
