@NullMarked
package dev.sommelier.judges;

import org.jspecify.annotations.NullMarked;
