package dev.sommelier.cli.commands;

import dev.sommelier.agent.trace.TracePrinter;
import dev.sommelier.agent.trace.TraceReader;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints traces for people.
@Command(
        name = "show",
        description = "Print a trace readably.",
        footer = {"", "Example:", "  sommelier trace show runs/first/traces/42.jsonl"})
public final class TraceShowCommand extends BaseCommand {
    @Parameters(paramLabel = "FILE", description = "A trace that 'agent run' wrote.")
    Path file = Path.of("");

    @Option(
            names = "--relevant",
            paramLabel = "ID",
            description = "Mark this item where it is in the result; may be given several times.")
    Set<String> relevant = Set.of();

    @Override
    protected void run(Output output) {
        var traces = TraceReader.read(file);
        output.result(
                traces,
                traces.stream().map(trace -> TracePrinter.text(trace, relevant)).collect(Collectors.joining("\n")));
    }
}
