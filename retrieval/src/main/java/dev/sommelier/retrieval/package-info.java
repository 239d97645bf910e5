/// Text and vector indexes over documents, the runs they give, and pools of runs. Start at [TextIndex].
@NullMarked
package dev.sommelier.retrieval;

import org.jspecify.annotations.NullMarked;
