package dev.sommelier.cli.wiring;

import dev.sommelier.judges.job.PlanFile;
import dev.sommelier.judges.relevance.Scales;
import dev.sommelier.llm.local.LoraAdapter;
import dev.sommelier.llm.store.ModelStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The arguments of `judge run` in a form that a later `judge resume` can read anywhere.
public final class JudgeArguments {
    /// What concerns one run only.
    private static final Set<String> NOT_KEPT = Set.of(
            "--out",
            "--limit",
            "--yes",
            "--ask-above",
            "--ask-above-money",
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

    /// What every command takes, which plans of earlier versions kept too.
    private static final Set<String> OF_EVERY_COMMAND = Set.of("--json", "--verbose");

    private JudgeArguments() {}

    /// What a plan kept, as a command of its own can read it.
    public static List<String> ofPlan(PlanFile plan) {
        return plan.arguments().stream()
                .filter(argument -> !OF_EVERY_COMMAND.contains(argument))
                .toList();
    }

    /// Options and values, files by their full path.
    public static List<String> of(ParseResult parsed) {
        var kept = new ArrayList<String>();
        boolean server = parsed.hasMatchedOption("--server");
        for (var option : parsed.matchedOptions()) {
            var name = option.longestName();
            if (!NOT_KEPT.contains(name) && !option.inherited() && !option.usageHelp() && !option.versionHelp()) {
                if (option.arity().max() == 0) {
                    kept.add(name);
                    continue;
                }
                for (var value : option.originalStringValues()) {
                    kept.add(name);
                    kept.add(kept(option, value, server));
                }
            }
        }
        return List.copyOf(kept);
    }

    private static String kept(OptionSpec option, String value, boolean server) {
        return switch (option.longestName()) {
            case "--scale" -> Scales.isKnown(value) ? value : absolute(Path.of(value));
            // A server's name of a model may look like a path.
            case "--model" ->
                server
                        ? value
                        : ModelStore.file(value).map(JudgeArguments::absolute).orElse(value);
            case "--lora" -> {
                var adapter = LoraAdapter.parse(value);
                yield absolute(adapter.file()) + ":" + adapter.scale();
            }
            default -> isPath(option) ? absolute(Path.of(value)) : value;
        };
    }

    private static boolean isPath(OptionSpec option) {
        return option.type() == Path.class
                || Arrays.asList(option.auxiliaryTypes()).contains(Path.class);
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
