@NullMarked
package dev.sommelier.io;

import org.jspecify.annotations.NullMarked;
