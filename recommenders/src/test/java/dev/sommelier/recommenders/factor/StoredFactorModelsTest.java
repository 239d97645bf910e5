package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.History;
import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.Fixtures;
import dev.sommelier.recommenders.store.FloatArray;
import dev.sommelier.recommenders.store.IntArray;
import dev.sommelier.recommenders.store.ModelFile;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFactorModelsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void everyModelScoresAsBeforeAfterAFile() throws IOException {
        var train = Fixtures.random(50, 40, 3);
        var histories = List.of(
                train.histories().get(2),
                new History("new", train.histories().get(7).events()),
                new History("new", List.of()));
        var als = new AlsOptions(5, 0.1, 2, 2, 7);
        var models = List.of(
                ImplicitAls.train(train, als),
                ImplicitAls.train(
                        train,
                        als.with(new AlsSolver.ConjugateGradient(3)).with(Regularization.scaled(0.1, 0.5, 0.25))),
                Bpr.train(train, new BprOptions(5, 0.05, 0.01, 3, 7)),
                LightGcn.train(train, new LightGcnOptions(5, 2, 0.01, 1e-4, 64, 3, 7)));
        for (int i = 0; i < models.size(); i++) {
            var model = models.get(i);
            var file = folder.resolve("model" + i);
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ModelFile.write(channel, model.stored());
            }
            var loaded = (FactorModel)
                    FactorModels.load(ModelFile.read(file), train.catalog()).orElseThrow();

            assertThat(loaded.parameters()).isEqualTo(model.parameters());
            for (var history : histories) {
                assertThat(loaded.score(history)).as(model.name()).containsExactly(model.score(history));
            }
        }
    }

    @Test
    void aKindOfAnotherPackageIsLeftToIt() {
        var stored = stored();
        var other = new StoredModel("EASE", stored.parameters(), stored.catalogue(), stored.arrays());

        assertThat(FactorModels.load(other, Fixtures.random(50, 40, 3).catalog()))
                .isEmpty();
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        assertRefused("item.factors", FloatArray.of(new float[3]), "needs 240 values in \"item.factors\"");
        var broken = new float[240];
        broken[17] = Float.NaN;
        assertRefused("item.factors", FloatArray.of(broken), "not finite");
        assertRefused("user.starts", IntArray.of(new int[51]), "does not span");
        var falling = new int[51];
        falling[3] = 9;
        assertRefused("user.starts", IntArray.of(falling), "falls after user 3");
    }

    @Test
    void parametersThatDoNotFitAreRefused() {
        var stored = stored();
        var values = ModelParameters.parse("factors=-1 rate=0.1 reg=0 epochs=1 seed=1");
        var other = new StoredModel("BPR", values, stored.catalogue(), stored.arrays());

        assertThatThrownBy(() ->
                        FactorModels.load(other, Fixtures.random(50, 40, 3).catalog()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("factors must be from 1");
    }

    private static void assertRefused(String name, StoredArray array, String message) {
        var stored = stored();
        var arrays = new LinkedHashMap<>(stored.arrays());
        arrays.put(name, array);
        var other = new StoredModel("BPR", stored.parameters(), stored.catalogue(), arrays);

        assertThatThrownBy(() ->
                        FactorModels.load(other, Fixtures.random(50, 40, 3).catalog()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(message);
    }

    private static StoredModel stored() {
        return Bpr.train(Fixtures.random(50, 40, 3), new BprOptions(5, 0.05, 0.01, 1, 7))
                .stored();
    }
}
