@NullMarked
package dev.sommelier.datasets;

import org.jspecify.annotations.NullMarked;
