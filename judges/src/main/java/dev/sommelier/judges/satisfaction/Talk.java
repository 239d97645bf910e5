package dev.sommelier.judges.satisfaction;

import java.util.ArrayList;
import java.util.List;

/// A dialogue with what people thought of it.
///
/// @param name where it stands, such as `ReDial.txt:12`
/// @param lines what was said, in order
/// @param overall what annotators gave the whole dialogue, 1 to 5; empty where none did
public record Talk(String name, List<Line> lines, List<Integer> overall) {
    public Talk {
        lines = List.copyOf(lines);
        overall = List.copyOf(overall);
    }

    /// Who speaks.
    public enum Speaker {
        USER,
        SYSTEM
    }

    /// One utterance.
    ///
    /// @param satisfaction what annotators gave the user at this line, 1 to 5; empty where none did
    public record Line(Speaker speaker, String text, List<Integer> satisfaction) {
        public Line {
            satisfaction = List.copyOf(satisfaction);
        }
    }

    /// A user's line that annotators rated, with all that was said before it.
    ///
    /// @param lines up to the rated line, which is the last
    /// @param truth the mean of the annotators, 1 to 5
    public record Turn(List<Line> lines, double truth) {
        public Turn {
            lines = List.copyOf(lines);
        }
    }

    /// The rated lines that have a line of the system before them: without one there is nothing to be satisfied with.
    public List<Turn> turns() {
        var turns = new ArrayList<Turn>();
        boolean answered = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            answered |= line.speaker() == Speaker.SYSTEM;
            if (answered
                    && line.speaker() == Speaker.USER
                    && !line.satisfaction().isEmpty()) {
                double mean = line.satisfaction().stream()
                        .mapToInt(score -> score)
                        .average()
                        .orElseThrow();
                turns.add(new Turn(lines.subList(0, i + 1), mean));
            }
        }
        return turns;
    }
}
