/// What tests of this and other modules share: a model small enough to write in a test.
@NullMarked
package dev.sommelier.llm.testing;

import org.jspecify.annotations.NullMarked;
