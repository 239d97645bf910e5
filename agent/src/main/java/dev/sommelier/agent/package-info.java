@NullMarked
package dev.sommelier.agent;

import org.jspecify.annotations.NullMarked;
