package dev.sommelier.cli.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/// The arguments of `judge run` in a form that a later `judge resume` can read anywhere.
public final class JudgeArguments {
    /// What concerns one run only.
    private static final Set<String> NOT_KEPT = Set.of(
            "--out",
            "--limit",
            "--yes",
            "--ask-above",
            "--workers",
            "--threads",
            "--cache",
            "--record",
            "--replay",
            "--max-calls",
            "--max-tokens",
            "--max-seconds",
            "--max-money",
            "--price-prompt",
            "--price-generated");

    private JudgeArguments() {}

    /// Options and values, files by their full path.
    public static List<String> of(ParseResult parsed) {
        var kept = new ArrayList<String>();
        for (var option : parsed.matchedOptions()) {
            var name = option.longestName();
            if (!NOT_KEPT.contains(name) && !name.equals("--help") && !name.equals("--version")) {
                kept.add(name);
                if (option.arity().max() > 0) {
                    option.stringValues().forEach(value -> kept.add(absolute(value)));
                }
            }
        }
        return List.copyOf(kept);
    }

    private static String absolute(String value) {
        var path = Path.of(value);
        return !path.isAbsolute() && Files.exists(path)
                ? path.toAbsolutePath().normalize().toString()
                : value;
    }
}
