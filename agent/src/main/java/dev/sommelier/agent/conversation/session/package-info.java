/// Conversations on disk: one JSON line a turn, written through to the disk before the reply is shown.
///
/// Start reading at [SessionFile]; [FeedbackReport] counts the complaints of several.
@NullMarked
package dev.sommelier.agent.conversation.session;

import org.jspecify.annotations.NullMarked;
