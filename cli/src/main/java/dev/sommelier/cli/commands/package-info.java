/// One class a subcommand.
@NullMarked
package dev.sommelier.cli.commands;

import org.jspecify.annotations.NullMarked;
