package dev.sommelier.cli.wiring;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.recommenders.factor.FactorModels;
import dev.sommelier.recommenders.store.ModelFile;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredModel;
import dev.sommelier.recommenders.topn.TopNModels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Model files of every package of recommenders.
public final class ModelFiles {
    /// The fact that names the data set.
    public static final String DATA = "data set";

    private ModelFiles() {}

    /// Writes a trained model whole or not at all.
    ///
    /// @throws SommelierException if it cannot be kept or the file cannot be written
    public static void write(Path file, ItemScorer scorer, Provenance provenance) {
        if (!(scorer instanceof Storable storable)) {
            throw new SommelierException(scorer.name()
                    + " cannot be kept in a model file; choose another --model-kind, or use 'recommend --with'.");
        }
        var stored = storable.stored().withProvenance(provenance);
        AtomicFiles.write(file, temporary -> {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ModelFile.write(channel, stored);
            }
        });
    }

    /// The data set that a model was trained on.
    ///
    /// @throws SommelierException if the file does not say
    public static String dataset(StoredModel stored, Path file) {
        var name = stored.provenance().facts().get(DATA);
        if (name == null) {
            throw new SommelierException(
                    "model file " + file + " does not say which data set it was trained on; name it with --data.");
        }
        return name;
    }

    /// The scorer of a model file.
    ///
    /// @throws SommelierException if it was trained on another catalogue or is of a kind that is not known
    public static ItemScorer scorer(StoredModel stored, Catalog catalog) {
        return TopNModels.load(stored, catalog)
                .or(() -> FactorModels.load(stored, catalog))
                .orElseThrow(() -> new SommelierException("models of kind \"" + stored.kind()
                        + "\" are not known to this Sommelier; train the model again."));
    }
}
