/// Files of rows that several processes share and that a kill leaves whole: caches, recordings, journals.
///
/// [SqliteSchema] says what a file holds, [SqliteFile] opens it and runs reads and transactions.
@NullMarked
package dev.sommelier.io.sqlite;

import org.jspecify.annotations.NullMarked;
