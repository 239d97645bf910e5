package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.factor.AlsOptions;
import dev.sommelier.recommenders.factor.Bpr;
import dev.sommelier.recommenders.factor.BprOptions;
import dev.sommelier.recommenders.factor.ImplicitAls;
import dev.sommelier.recommenders.factor.LightGcn;
import dev.sommelier.recommenders.factor.LightGcnOptions;
import dev.sommelier.recommenders.topn.Ease;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What a list loses when its user was not in training: MovieLens 100K, leave-last-out. *Trained* are all users;
/// *renamed* are the same histories under other names, so that the trained model folds them in; *left out* are fifths
/// of the users, each scored by a model of the other four fifths. The figures are printed (docs/reproduction-topn.md).
class FoldInIT {
    private static final int PARTS = 5;
    private static final int NDCG_AT_10 = 1;
    private static final double ALLOWED = 0.01;

    @Test
    void aUserWhoWasNotInTrainingIsServedNearlyAsWell() throws IOException {
        var split = LeaveLastOut.of(Ml100kFile.read());
        var models = new LinkedHashMap<String, Function<TrainingSet, ItemScorer>>();
        models.put("EASE", train -> Ease.train(train, 100));
        models.put("iALS", train -> ImplicitAls.train(train, new AlsOptions(64, 1, 1, 15, 1)));
        models.put("BPR", train -> Bpr.train(train, new BprOptions(64, 0.02, 0.03, 200, 1)));
        models.put("LightGCN", train -> LightGcn.train(train, LightGcnOptions.defaults(1)));

        models.forEach((name, trainer) -> {
            var trained = trainer.apply(split.train());
            double all = TopNGolden.measure(trained, split.train(), split.testItems())[NDCG_AT_10];
            double renamed = renamed(trained, split);
            double leftOut = leftOut(trainer, split);

            System.out.printf("| %s | %.4f | %.4f | %.4f |%n", name, all, renamed, leftOut);
            assertThat(renamed).as(name + ", renamed").isGreaterThan(all - ALLOWED);
            assertThat(leftOut).as(name + ", left out").isGreaterThan(all - ALLOWED);
        });
    }

    private static double renamed(ItemScorer model, LeaveLastOut split) {
        var histories = new ArrayList<History>();
        var items = new LinkedHashMap<String, String>();
        for (var history : split.train().histories()) {
            var other = new History("new " + history.user(), history.events());
            histories.add(other);
            items.put(other.user(), split.testItems().get(history.user()));
        }
        return TopNGolden.measure(model, new TrainingSet(split.train().catalog(), histories), Map.copyOf(items))[
                NDCG_AT_10];
    }

    private static double leftOut(Function<TrainingSet, ItemScorer> trainer, LeaveLastOut split) {
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            var inside = new ArrayList<History>();
            var outside = new ArrayList<History>();
            for (int user = 0; user < split.train().histories().size(); user++) {
                (user % PARTS == part ? outside : inside)
                        .add(split.train().histories().get(user));
            }
            var catalog = split.train().catalog();
            var model = trainer.apply(new TrainingSet(catalog, inside));
            sum += outside.size()
                    * TopNGolden.measure(model, new TrainingSet(catalog, outside), split.testItems())[NDCG_AT_10];
        }
        return sum / split.train().histories().size();
    }
}
