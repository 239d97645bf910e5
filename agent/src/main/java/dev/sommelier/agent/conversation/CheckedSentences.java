package dev.sommelier.agent.conversation;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Cuts a text that comes in pieces into sentences and hands each on once everything up to its end was checked. After
/// the first one that fails, nothing more is handed on. Not safe for use by several threads.
final class CheckedSentences implements Consumer<String> {
    /// A mark, closing quotes, and white space behind it; a line end is an end too.
    private static final Pattern END =
            Pattern.compile("[.!?\u3002\uff01\uff1f][\"'\u201d\u2019)]*(?=\\s)|(?<=\\S)(?=\\n)");

    private final Predicate<String> check;
    private final Consumer<String> sentences;
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private boolean failed;

    /// @param check whether a text may be shown; asked about all that was shown and the sentence that would be next, as
    ///     what is wrong may begin in one sentence and end in another
    CheckedSentences(Predicate<String> check, Consumer<String> sentences) {
        this.check = check;
        this.sentences = sentences;
    }

    @Override
    public void accept(String piece) {
        waiting.append(piece);
        var end = END.matcher(waiting);
        while (!failed && end.find()) {
            show(waiting.substring(0, end.end()));
            waiting.delete(0, end.end());
            end = END.matcher(waiting);
        }
    }

    /// The text is over: what is left is its last sentence.
    void end() {
        show(waiting.toString());
        waiting.setLength(0);
    }

    private void show(String text) {
        var sentence = text.strip();
        if (failed || sentence.isEmpty()) {
            return;
        }
        var all = shown.isEmpty() ? sentence : shown + " " + sentence;
        if (check.test(all)) {
            shown.setLength(0);
            shown.append(all);
            sentences.accept(sentence);
        } else {
            failed = true;
        }
    }
}
