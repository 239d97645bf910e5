package dev.sommelier.agent.conversation;

import dev.sommelier.agent.conversation.parse.Piece;
import dev.sommelier.core.Catalog;
import dev.sommelier.tools.constraint.ConstraintFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The words of answers: templates over facts of the catalogue and the state, and nothing else.
final class Speech {
    static final String HELP = """
            Tell me what you like and what you want, in your own words:
              something like Alien, but no horror
              I loved Toy Story and hated Heat
              a comedy from the 90s, not before 1995
              more recent / less of the same / number 2 looks good / I've seen the third
              why? / why 2? / more / undo
            Commands: /like TITLE, /dislike TITLE, /why [N], /more, /undo, /constraints, /state, /wrong understanding|items|order [NOTE]
            """.strip();

    static final String NOTHING_SAID =
            "Name something you like, or say what you are after: \"something like Alien\", \"a comedy from the 90s\".";
    static final String NOTHING_LEFT =
            "There is nothing left to recommend: every item that fits was shown or is known.";

    private final Catalog catalog;

    Speech(Catalog catalog) {
        this.catalog = catalog;
    }

    String title(String item) {
        return oneLine(catalog.item(item).title());
    }

    static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() > 120 ? line.substring(0, 117) + "..." : line;
    }

    String which(String typed, List<String> items) {
        var options = new ArrayList<String>();
        for (var item : items) {
            options.add((options.size() + 1) + ". " + title(item));
        }
        return "Which \"" + oneLine(typed) + "\" do you mean? " + String.join("  ", options);
    }

    String unknown(Piece.Unknown unknown) {
        var near = unknown.nearest().stream()
                .map(one -> unknown.kind().equals("title") ? title(one) : oneLine(one))
                .collect(Collectors.joining(", "));
        var what = unknown.kind().equals("title") ? "I know no title \"" : "There is no " + unknown.kind() + " \"";
        return what + oneLine(unknown.typed()) + "\" here." + (near.isEmpty() ? "" : " Nearest: " + near + ".");
    }

    String relaxed(ConstraintFilter.Relaxed relaxed) {
        return "Nothing new meets everything you asked for, so I gave up \""
                + relaxed.constraint().text() + "\""
                + (relaxed.cost() > 0 ? ", which kept " + relaxed.cost() + " items out." : ".");
    }

    String reason(Facts facts) {
        var parts = new ArrayList<String>();
        if (!facts.because().isEmpty()) {
            parts.add("because you like "
                    + facts.because().stream().map(one -> title(one.item())).collect(Collectors.joining(" and ")));
        }
        if (!facts.shared().isEmpty()) {
            parts.add((facts.because().isEmpty() ? "" : "shares ") + String.join(", ", facts.shared()));
        }
        return parts.isEmpty() ? "popular among the users of these data" : String.join("; ", parts);
    }

    /// The long form of [#reason], for "why?".
    String why(Facts facts) {
        var text = new StringBuilder(title(facts.item())).append(":");
        for (var because : facts.because()) {
            text.append("\n  you like ")
                    .append(title(because.item()))
                    .append(", which carries ")
                    .append(Math.round(100 * because.share()))
                    .append(" % of what your likes add to its score");
        }
        if (!facts.shared().isEmpty()) {
            text.append("\n  ")
                    .append(facts.because().isEmpty() ? "it has " : "it shares ")
                    .append(String.join(", ", facts.shared()));
        }
        facts.constraints().forEach(one -> text.append("\n  it meets: ").append(one));
        if (!facts.wishes().isEmpty()) {
            text.append("\n  ranked by your wishes: ")
                    .append(facts.wishes().stream().map(Speech::oneLine).collect(Collectors.joining("; ")));
        }
        if (facts.because().isEmpty()) {
            text.append("\n  ")
                    .append(
                            "none of your likes speaks for it in particular; it is popular among the users of these data");
        }
        return text.toString();
    }

    String ask(Pending pending) {
        return switch (pending) {
            case Pending.WhichValue value ->
                "Which " + value.attribute() + " would you rather have: " + String.join(", ", value.values())
                        + "? (\"any\" is an answer too)";
            case Pending.MoreTitles titles -> "What else did you like lately? One or two titles, or \"nothing else\".";
            case Pending.LikesItem item -> "Do you like " + title(item.item()) + "? (yes, no, or \"don't know\")";
            case Pending.WhichItem item -> which("that", item.items());
        };
    }

    /// The state, for `/state` and `/constraints`.
    String state(DialogueState state, List<ConstraintFilter.Relaxed> costs) {
        var lines = new ArrayList<String>();
        lines.add("liked: " + titles(state.liked()));
        lines.add("disliked: " + titles(state.disliked()));
        lines.add("constraints: "
                + (costs.isEmpty()
                        ? "none"
                        : costs.stream()
                                .map(cost -> cost.constraint().text() + " (keeps " + cost.cost() + " items out)")
                                .collect(Collectors.joining("; "))));
        lines.add("wishes: "
                + (state.wishes().isEmpty()
                        ? "none"
                        : state.wishes().stream().map(Speech::oneLine).collect(Collectors.joining("; "))));
        lines.add("seen or turned down: " + titles(state.rejected()));
        lines.add("shown so far: " + state.shown().size());
        return String.join("\n", lines);
    }

    private String titles(List<String> items) {
        return items.isEmpty() ? "none" : items.stream().map(this::title).collect(Collectors.joining("; "));
    }
}
