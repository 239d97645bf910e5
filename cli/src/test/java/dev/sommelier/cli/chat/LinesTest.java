package dev.sommelier.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;

class LinesTest {
    private final Completions completions = new Completions(Cinema.data().catalog());
    private final ChatLines lines = new ChatLines(() -> completions);

    @Test
    void commandsAndTitlesAreCompleted() {
        assertThat(completed("/un")).containsExactly("/undo");
        assertThat(completed("/like film al")).containsExactly("Film Alpha (1960)");
        assertThat(completed("something like Film B")).containsExactly("Film Blpha (1961)", "Film Beta (1987)");
        assertThat(completed("nothing of the kind")).isEmpty();
        assertThat(completed("x".repeat(100_000))).isEmpty();
    }

    @Test
    void theCompletedWordsAreTheWholeBeginningOfTheTitle() {
        var line = "I loved Film Al";

        assertThat(lines.parse(line, line.length(), ParseContext.COMPLETE).word())
                .isEqualTo("Film Al");
    }

    @Test
    void aBackslashAtTheEndGoesOnInTheNextLine() {
        assertThatThrownBy(() -> lines.parse("no horror \\", 11, ParseContext.ACCEPT_LINE))
                .isInstanceOf(EOFError.class);
        assertThat(ChatLines.joined("no horror \\\nfrom the 90s")).isEqualTo("no horror \nfrom the 90s");
    }

    @Test
    void anyBytesAreLinesAndALineWithoutEndIsHeldInPart() throws Exception {
        byte[] bytes = new byte[3_000_000];
        bytes[2_999_998] = '\n';
        bytes[2_999_999] = (byte) 0xff;
        var input = new InputLines(new ByteArrayInputStream(bytes));

        assertThat(input.next().orElseThrow()).hasSize(100_000);
        assertThat(input.next()).contains("\ufffd");
        assertThat(input.next()).isEmpty();
    }

    @Test
    void lineEndsOfAllSystemsAreLineEnds() throws Exception {
        var input = new InputLines(new ByteArrayInputStream("a\r\n\nb".getBytes(StandardCharsets.UTF_8)));

        assertThat(List.of(input.next(), input.next(), input.next(), input.next())
                        .toString())
                .isEqualTo("[Optional[a], Optional[], Optional[b], Optional.empty]");
    }

    @Test
    void whatIsPrintedInPiecesComesAboveThePromptInLines() {
        var printed = new ArrayList<String>();
        var writer = new AboveThePrompt(printed::add);
        writer.write("one\ntw".toCharArray(), 0, 6);
        writer.write("o\n".toCharArray(), 0, 2);

        assertThat(printed).containsExactly("one", "two");
    }

    private List<String> completed(String line) {
        var candidates = new ArrayList<Candidate>();
        var parsed = lines.parse(line, line.length(), ParseContext.COMPLETE);
        completions.of(parsed.word(), parsed.wordIndex() == 0).forEach(text -> candidates.add(new Candidate(text)));
        return candidates.stream().map(Candidate::value).toList();
    }
}
