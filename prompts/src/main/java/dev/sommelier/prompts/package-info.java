@NullMarked
package dev.sommelier.prompts;

import org.jspecify.annotations.NullMarked;
