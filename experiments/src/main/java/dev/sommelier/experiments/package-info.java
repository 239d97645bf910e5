@NullMarked
package dev.sommelier.experiments;

import org.jspecify.annotations.NullMarked;
