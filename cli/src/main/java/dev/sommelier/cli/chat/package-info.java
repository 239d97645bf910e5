/// Conversations at a terminal or over pipes.
///
/// Start reading at [ChatProgram]: it opens data and model in the background and hands lines to a [Chat]. What is said
/// is answered by `agent.conversation`; here are the screen, the files and the ends of both.
@NullMarked
package dev.sommelier.cli.chat;

import org.jspecify.annotations.NullMarked;
