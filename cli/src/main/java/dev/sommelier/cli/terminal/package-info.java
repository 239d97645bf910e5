/// The user's terminal: results and messages, progress, colours, and what every command has in common.
@NullMarked
package dev.sommelier.cli.terminal;

import org.jspecify.annotations.NullMarked;
