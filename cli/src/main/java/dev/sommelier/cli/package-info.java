@NullMarked
package dev.sommelier.cli;

import org.jspecify.annotations.NullMarked;
