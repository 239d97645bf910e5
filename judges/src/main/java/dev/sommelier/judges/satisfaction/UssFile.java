package dev.sommelier.judges.satisfaction;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the format of the USS data (Sun et al., *Simulating user satisfaction for the evaluation of task-oriented
/// dialogue systems*, [arXiv:2105.03748](https://arxiv.org/abs/2105.03748)): lines of role, text, action and
/// satisfaction, separated by tabs, the annotators' scores from 1 to 5 by commas; a blank line ends a dialogue; a
/// user's
/// line `OVERALL` holds the scores of the whole. Roles in upper or lower case; further columns are explanations and
/// left
/// out.
public final class UssFile {
    private static final String OVERALL = "OVERALL";

    private final Path file;
    private final List<Talk> talks = new ArrayList<>();
    private final List<Talk.Line> lines = new ArrayList<>();
    private List<Integer> overall = List.of();
    private int start;

    private UssFile(Path file) {
        this.file = file;
    }

    /// The dialogues, in the file's order.
    ///
    /// @throws SommelierException naming file, line, rule and value
    public static List<Talk> read(Path file) {
        var reader = new UssFile(file);
        int number = 0;
        try {
            for (var line : Files.readAllLines(file)) {
                number++;
                reader.line(line, number);
            }
        } catch (IOException e) {
            throw new SommelierException(file + ": cannot read the dialogues as UTF-8 text; check the path.", e);
        }
        reader.end();
        if (reader.talks.isEmpty()) {
            throw new SommelierException(file + ":1: expected at least one dialogue, got none; check the path.");
        }
        return List.copyOf(reader.talks);
    }

    private void line(String line, int number) {
        if (line.isBlank()) {
            end();
            return;
        }
        if (lines.isEmpty()) {
            start = number;
        }
        var fields = line.split("\t", -1);
        if (fields.length < 2) {
            throw failure(number, "expected role, text, action and satisfaction between tabs", line);
        }
        var speaker =
                switch (fields[0].strip().toLowerCase(Locale.ROOT)) {
                    case "user" -> Talk.Speaker.USER;
                    case "system" -> Talk.Speaker.SYSTEM;
                    default -> throw failure(number, "expected the role USER or SYSTEM", fields[0]);
                };
        var scores = fields.length > 3 ? scores(fields[3].strip(), number) : List.<Integer>of();
        if (speaker == Talk.Speaker.USER && fields[1].strip().equals(OVERALL)) {
            overall = scores;
        } else {
            lines.add(new Talk.Line(speaker, fields[1].strip(), scores));
        }
    }

    private List<Integer> scores(String text, int number) {
        var scores = new ArrayList<Integer>();
        for (var score : text.split(",", -1)) {
            if (!score.isBlank() && !score.strip().matches("[1-5]")) {
                throw failure(number, "expected scores from 1 to 5 between commas", text);
            }
            if (!score.isBlank()) {
                scores.add(Integer.parseInt(score.strip()));
            }
        }
        return scores;
    }

    private void end() {
        if (!lines.isEmpty()) {
            talks.add(new Talk(file.getFileName() + ":" + start, lines, overall));
        }
        lines.clear();
        overall = List.of();
    }

    private SommelierException failure(int number, String rule, String got) {
        return new SommelierException(
                file + ":" + number + ": " + rule + ", got \"" + got.strip() + "\"; mend the line.");
    }
}
