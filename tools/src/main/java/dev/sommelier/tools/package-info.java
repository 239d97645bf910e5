@NullMarked
package dev.sommelier.tools;

import org.jspecify.annotations.NullMarked;
