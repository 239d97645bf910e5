package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.cli.wiring.EncoderOptions;
import dev.sommelier.cli.wiring.ModelFiles;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.io.Home;
import dev.sommelier.recommenders.store.ModelFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which model serves: one that is trained now, or one from a file, on the data set that the file names.
final class ScorerOptions {
    @Option(names = "--data", paramLabel = "NAME", description = "The data set, one of 'sommelier data list'.")
    Optional<String> data = Optional.empty();

    @Option(
            names = "--model-file",
            paramLabel = "FILE",
            description =
                    "A model that 'sommelier train' wrote; without --data, on the data set that it was trained on.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--with",
            paramLabel = "RECOMMENDER",
            description = "Train one of ${COMPLETION-CANDIDATES} (default: ease; similar: itemknn).")
    Optional<Classics> with = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The seed of everything random (default: ${DEFAULT-VALUE}).")
    long seed;

    @Mixin
    EncoderOptions encoder = new EncoderOptions();

    /// The data set and the model on it.
    record Served(Dataset dataset, ItemScorer scorer) {}

    /// What is wrong with the options, if anything.
    Optional<String> fault() {
        if (data.isEmpty() && file.isEmpty()) {
            return Optional.of("give --data NAME, or --model-file FILE");
        }
        return file.isPresent() && with.isPresent()
                ? Optional.of("give either --model-file FILE or --with RECOMMENDER")
                : Optional.empty();
    }

    /// Opens the data and loads or trains the model.
    ///
    /// @param otherwise what is trained where nothing is named
    Served serve(Classics otherwise, Output output) {
        var store = new DatasetStore(Home.fromEnvironment());
        if (file.isPresent()) {
            var stored = ModelFile.read(file.get());
            var dataset = store.open(data.orElseGet(() -> ModelFiles.dataset(stored, file.get())));
            return new Served(dataset, ModelFiles.scorer(stored, dataset.catalog()));
        }
        var dataset = store.open(data.orElseThrow());
        return new Served(dataset, with.orElse(otherwise).train(allOf(dataset), encoder.open(output), seed));
    }

    /// Everything that users did.
    ///
    /// @throws SommelierException if nobody did anything
    static TrainingSet allOf(Dataset dataset) {
        var histories = dataset.histories();
        if (histories.isEmpty()) {
            throw new SommelierException(
                    "data set " + dataset.name() + " has no interactions to learn from; add it again with some.");
        }
        return new TrainingSet(dataset.catalog(), histories);
    }
}
