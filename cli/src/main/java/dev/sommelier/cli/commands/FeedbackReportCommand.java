package dev.sommelier.cli.commands;

import dev.sommelier.agent.conversation.session.FeedbackReport;
import dev.sommelier.cli.chat.ChatProgram;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Counts what `/wrong` noted.
@Command(
        name = "report",
        description = "Count the complaints that /wrong noted, by the step that is to blame.",
        footer = {"", "Examples:", "  sommelier feedback report", "  sommelier feedback report evening.jsonl --json"})
public final class FeedbackReportCommand extends BaseCommand {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Conversations (default: those in $SOMMELIER_HOME/chat).")
    List<Path> files = List.of();

    @Override
    protected void run(Output output) {
        var report = FeedbackReport.of(files.isEmpty() ? own() : files);
        output.result(report, text(report));
    }

    private static List<Path> own() {
        var folder = ChatProgram.folder();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new SommelierException("cannot list " + folder + ": " + e.getMessage() + "; name the files.", e);
        }
    }

    private static String text(FeedbackReport report) {
        var table = TextTable.of(List.of("Step to blame"), List.of("Complaints"));
        report.counts().entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
                .forEach(count ->
                        table.row(List.of(count.getKey(), count.getValue().toString())));
        var text = new StringBuilder(table.render());
        text.append('\n')
                .append(report.complaints().size())
                .append(" complaints about ")
                .append(report.turns())
                .append(" turns of ")
                .append(report.conversations())
                .append(" conversations\n");
        for (var one : report.complaints()) {
            text.append('\n')
                    .append(one.file())
                    .append(", turn ")
                    .append(one.turn())
                    .append(", ")
                    .append(one.blame())
                    .append(one.note().isEmpty() ? "" : " (" + one.note() + ")")
                    .append(": ")
                    .append(one.said())
                    .append('\n');
            one.steps().forEach(step -> text.append("  ").append(step).append('\n'));
        }
        return text.toString();
    }
}
