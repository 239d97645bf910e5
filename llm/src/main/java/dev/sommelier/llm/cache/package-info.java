/// Answers of models kept in SQLite files: the response cache of all processes.
///
/// Start reading at [CachedModel]; [ResponseStore] is the file, which recordings share.
@NullMarked
package dev.sommelier.llm.cache;

import org.jspecify.annotations.NullMarked;
