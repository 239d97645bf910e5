@NullMarked
package dev.sommelier.recommenders;

import org.jspecify.annotations.NullMarked;
