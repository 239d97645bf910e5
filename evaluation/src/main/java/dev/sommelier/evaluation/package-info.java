@NullMarked
package dev.sommelier.evaluation;

import org.jspecify.annotations.NullMarked;
