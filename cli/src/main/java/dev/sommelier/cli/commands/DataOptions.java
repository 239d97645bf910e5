package dev.sommelier.cli.commands;

import dev.sommelier.cli.wiring.Study;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.io.Home;
import picocli.CommandLine.Option;

/// The options of every command that works on a data set.
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "NAME",
            required = true,
            description = "The data set, one of 'sommelier data list'.")
    String data = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The seed of everything random (default: ${DEFAULT-VALUE}).")
    long seed;

    Dataset dataset() {
        return new DatasetStore(Home.fromEnvironment()).open(data);
    }

    Study study() {
        return Study.of(dataset(), seed);
    }
}
