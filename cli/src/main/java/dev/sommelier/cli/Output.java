package dev.sommelier.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sommelier.io.Progress;
import java.io.PrintWriter;

/// Where a command writes: its result to standard output, as text or JSON, and all else to standard error.
public final class Output {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean verbose;
    private final ProgressLine progress;

    Output(PrintWriter out, PrintWriter err, boolean json, boolean verbose) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.verbose = verbose;
        this.progress = new ProgressLine(err, Colors.stderrIsTerminal());
    }

    /// Prints the command's result, in the form that was asked for.
    ///
    /// @param result a record that Jackson can write
    /// @param text the same for people, lines end with a line feed
    public void result(Object result, String text) {
        progress.clear();
        if (json) {
            try {
                out.println(mapper().writeValueAsString(result));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a result could not be written as JSON", e);
            }
        } else {
            out.print(text);
        }
        out.flush();
    }

    /// Tells the user something that is not the result.
    public void note(String sentence) {
        progress.clear();
        err.println(sentence);
    }

    /// Receives the progress of long work.
    public Progress progress() {
        return progress;
    }

    /// Whether native and technical messages were asked for.
    public boolean verbose() {
        return verbose;
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                .build();
    }
}
