/// Limits on what a job may spend on a model, and what it spent.
@NullMarked
package dev.sommelier.llm.budget;

import org.jspecify.annotations.NullMarked;
