/// Text indexes over documents or items, and the runs they give.
@NullMarked
package dev.sommelier.retrieval;

import org.jspecify.annotations.NullMarked;
