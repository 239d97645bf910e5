package dev.sommelier.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.ModelCost;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.judging.preference.PreferenceRendering;
import dev.sommelier.experiments.judging.preference.PreferenceReport;
import dev.sommelier.experiments.judging.preference.PreferenceStudy;
import dev.sommelier.judges.preference.AnnotatedPair;
import dev.sommelier.judges.preference.EmbeddingAnswerJudge;
import dev.sommelier.judges.preference.HrefFile;
import dev.sommelier.judges.preference.LlmAnswerJudge;
import dev.sommelier.judges.preference.LongerAnswerJudge;
import dev.sommelier.judges.preference.PreferenceOutcome;
import dev.sommelier.llm.encode.MiniLmEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges which of two answers to an instruction is better.
@Command(
        name = "preference",
        description =
                "Judge which of two answers to an instruction is better, in both orders, beside what people said.",
        footer = {
            "",
            "Example:",
            "  sommelier judge preference --answers href.jsonl --reference --limit 200 --cache",
            "",
            "With --cache a killed run goes on where it was: answered calls are not made again."
        })
public final class JudgePreferenceCommand extends BaseCommand {
    @Option(
            names = "--answers",
            paramLabel = "FILE",
            required = true,
            description = "Pairs of answers in the format of HREF as JSON lines: category, instruction, output_a,"
                    + " output_b, annotations (1, 2 or 0), reference.")
    Path answers = Path.of("");

    @Option(
            names = "--reference",
            description = "Also judge with the person's answer in the prompt and by the nearness to it, and choose a"
                    + " method for each category.")
    boolean reference;

    @Option(names = "--limit", paramLabel = "N", description = "Judge only the first N pairs (default: all).")
    Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--judge-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The seed of folds and intervals (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Write what each judge said of each pair as JSON lines, failures too.")
    Optional<Path> labels = Optional.empty();

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Mixin
    ReportOptions reports;

    /// The tables and how they were made.
    record Result(PreferenceReport preference, ModelCost cost, Provenance provenance) {}

    @Override
    protected void run(Output output) {
        if (limit.orElse(1) < 1) {
            throw wrongUsage("--limit must be at least 1, got " + limit.orElse(0));
        }
        var all = HrefFile.read(answers);
        var pairs = all.subList(0, Math.min(all.size(), limit.orElse(all.size())));
        if (reference
                && pairs.stream().noneMatch(each -> each.pair().reference().isPresent())) {
            throw new SommelierException(
                    answers + " has no \"reference\" in any pair; leave --reference out, or give pairs with a person's"
                            + " answer.");
        }
        try (var opened = OpenedModel.open(model, calls, output)) {
            var scorer = opened.model().labels();
            var study = new PreferenceStudy(pairs, seed);
            study.ask(new LongerAnswerJudge(), output.progress());
            study.ask(LlmAnswerJudge.plain(scorer), output.progress());
            if (reference) {
                study.ask(LlmAnswerJudge.withReference(scorer), output.progress());
                study.ask(new EmbeddingAnswerJudge(new MiniLmEncoder()), output.progress());
            }
            var report = study.report();
            var provenance = Host.join(
                            Host.provenance(List.of(answers)), opened.model().provenance())
                    .with("pairs", pairs.size() + " of " + all.size())
                    .with("seed", Long.toString(seed));
            labels.ifPresent(file -> ReportOptions.write(file, lines(pairs, study), output));
            reports.write(PreferenceRendering.of(report), provenance, output);
            output.result(
                    new Result(report, opened.cost(), provenance),
                    PreferenceRendering.text(report) + opened.cost().text());
        }
    }

    private static String lines(List<AnnotatedPair> pairs, PreferenceStudy study) {
        var json = new ObjectMapper();
        var text = new StringBuilder();
        study.outcomes().forEach((method, outcomes) -> {
            for (int i = 0; i < pairs.size(); i++) {
                var line = json.createObjectNode()
                        .put("pair", pairs.get(i).pair().id())
                        .put("judge", method);
                switch (outcomes.get(i)) {
                    case PreferenceOutcome.Compared compared -> {
                        var preference = compared.preference();
                        line.put("verdict", preference.verdict().name().toLowerCase(Locale.ROOT))
                                .put("first", preference.probability())
                                .put("in order", preference.inOrder())
                                .put("swapped", preference.swapped());
                    }
                    case PreferenceOutcome.Failed failed ->
                        line.put("failed", failed.kind()).put("cause", failed.cause());
                }
                text.append(line).append('\n');
            }
        });
        return text.toString();
    }
}
