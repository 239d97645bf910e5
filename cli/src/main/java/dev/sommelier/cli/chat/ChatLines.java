package dev.sommelier.cli.chat;

import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells JLine how lines are cut and completed: nothing is quoted or escaped, the word that is completed may be several
/// words of a title, and a line that ends in a backslash goes on in the next one.
final class ChatLines implements Parser, Completer {
    private static final String GOES_ON = "\\";

    private final Supplier<Completions> completions;

    /// @param completions asked each time: titles come with the catalogue
    ChatLines(Supplier<Completions> completions) {
        this.completions = completions;
    }

    /// A line in two: what stays and what is completed.
    private record Line(String line, int cursor, int start, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return start == 0 ? 0 : 1;
        }

        @Override
        public List<String> words() {
            return start == 0 ? List.of(word) : List.of(line.substring(0, start), word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && line.endsWith(GOES_ON)) {
            throw new EOFError(-1, -1, "the line goes on");
        }
        int at = Math.clamp(cursor, 0, line.length());
        int start = context == ParseContext.COMPLETE ? completions.get().start(line.substring(0, at)) : 0;
        return new Line(line, at, start, line.substring(start, Math.max(at, start)));
    }

    /// What was typed, without the marks of its line ends.
    static String joined(String line) {
        return line.replace(GOES_ON + "\n", "\n");
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        completions
                .get()
                .of(line.word(), line.wordIndex() == 0)
                .forEach(text -> candidates.add(new Candidate(text, text, null, null, null, null, true)));
    }
}
