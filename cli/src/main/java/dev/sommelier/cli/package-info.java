/// The command line: one class a subcommand, and the only place where the modules are wired together.
///
/// Start reading at [Main]. Results go to standard output, everything else to standard error; exit codes are 0 (done),
/// 1 (failed) and 2 (usage).
@NullMarked
package dev.sommelier.cli;

import org.jspecify.annotations.NullMarked;
