package dev.sommelier.agent.trace;

import dev.sommelier.agent.Question;
import dev.sommelier.agent.TraceStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Prints a trace for people.
public final class TracePrinter {
    private TracePrinter() {}

    /// The run as plain text, each line ended by `\n`.
    ///
    /// @param relevant items to mark in the result, such as the held-out one; may be empty
    public static String text(Trace trace, Set<String> relevant) {
        var lines = new ArrayList<String>();
        lines.add("User " + trace.user() + " - " + trace.facts().getOrDefault("decider", "agent")
                + trace.facts().entrySet().stream()
                        .filter(fact -> fact.getKey().equals("model"))
                        .map(fact -> " - " + fact.getValue())
                        .collect(Collectors.joining()));
        lines.add("History: " + (trace.history().isEmpty() ? "(none)" : String.join("; ", trace.history())));
        lines.add("");
        trace.steps().forEach(step -> step(step, lines));
        lines.add("");
        trace.failure().ifPresent(failure -> lines.add("Failed: " + failure));
        int rank = 1;
        for (var item : trace.list()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%2d. %s  [%s]%s",
                    rank++,
                    item.title(),
                    String.join(", ", item.origins()),
                    relevant.contains(item.item()) ? "  <- held out" : ""));
        }
        lines.add("");
        lines.add(cost(trace));
        if (!trace.repairs().isEmpty()) {
            lines.add("Counted: "
                    + trace.repairs().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", ")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void step(TraceStep step, List<String> lines) {
        var notes = step.repairs().isEmpty() ? "" : "  (" + String.join(", ", step.repairs()) + ")";
        if (step.stage() == Question.Stage.EXPLORE) {
            if (!step.thought().isEmpty()) {
                lines.add("Thought:     " + step.thought());
            }
            lines.add("Action:      " + step.decision() + "  [1 of " + step.options() + "]" + notes);
            step.observation().lines().forEach(line -> lines.add("             " + line));
        } else {
            var verb = step.stage() == Question.Stage.ORDER ? "Ranks:       " : "Chooses:     ";
            lines.add(verb + step.decision() + ". " + step.observation() + "  [1 of " + step.options() + "]" + notes);
        }
    }

    private static String cost(Trace trace) {
        var usage = trace.usage();
        var text = usage.calls() + " model calls, " + usage.promptTokens() + " prompt tokens (" + usage.sharedTokens()
                + " more reused), " + usage.generatedTokens() + " generated";
        return trace.time().isZero()
                ? text
                : text + ", " + seconds(trace.time()) + " s (own work " + millis(trace.ownTime()) + " ms)";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e9);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
    }
}
