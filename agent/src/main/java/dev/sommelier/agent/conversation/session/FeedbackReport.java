package dev.sommelier.agent.conversation.session;

import dev.sommelier.agent.conversation.Feedback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which step people complain of most.
///
/// @param conversations the files read
/// @param turns the turns in them
/// @param counts complaints by kind, every kind present
/// @param complaints each with the trace of the step that it blames
public record FeedbackReport(int conversations, int turns, Map<String, Integer> counts, List<Complaint> complaints) {
    /// A complaint and where it stands.
    public record Complaint(String file, int turn, String blame, String said, String note, List<String> steps) {}

    /// Counts the complaints of some conversations.
    public static FeedbackReport of(List<Path> files) {
        var counts = new EnumMap<Feedback.Blame, Integer>(Feedback.Blame.class);
        for (var blame : Feedback.Blame.values()) {
            counts.put(blame, 0);
        }
        var complaints = new ArrayList<Complaint>();
        int turns = 0;
        for (var file : files) {
            var kept = SessionFile.read(file).turns();
            turns += kept.size();
            for (var turn : kept) {
                turn.feedback().ifPresent(feedback -> {
                    counts.merge(feedback.blame(), 1, Integer::sum);
                    var about = kept.stream()
                            .filter(one -> one.number() == feedback.turn())
                            .findFirst();
                    complaints.add(new Complaint(
                            file.toString(),
                            feedback.turn(),
                            feedback.blame().word(),
                            about.map(one -> one.said()).orElse(""),
                            feedback.note(),
                            feedback.steps().stream()
                                    .map(step -> step.name() + ": " + step.what())
                                    .toList()));
                });
            }
        }
        var named = new LinkedHashMap<String, Integer>();
        counts.forEach((blame, count) -> named.put(blame.word(), count));
        return new FeedbackReport(files.size(), turns, named, complaints);
    }
}
