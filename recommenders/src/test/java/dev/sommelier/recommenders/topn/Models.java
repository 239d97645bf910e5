package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Event;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.List;

/// One of each model that can be kept in a file.
final class Models {
    private Models() {}

    static List<ItemScorer> all(TrainingSet train) {
        var content = ContentBased.train(train, new LengthEncoder());
        var models = new ArrayList<ItemScorer>(List.of(
                Popularity.train(train),
                ItemKnn.train(train, KnnOptions.of(3, Similarity.JACCARD, 1, Weighting.TFIDF)),
                UserKnn.train(train, KnnOptions.of(3, Similarity.COSINE, 1, Weighting.BM25)),
                RandomWalk.p3alpha(train, 3, 1),
                RandomWalk.rp3beta(train, 3, 0.9, 0.3),
                Ease.train(train, 2),
                Slim.train(train, new SlimOptions(0.1, 1, 1e-6)),
                ItemTransitions.train(train, new TransitionOptions(2, 0.5, 0)),
                ItemTransitions.train(train, new TransitionOptions(2, 0.5, 1)),
                content,
                TextKnn.train(train, new LengthEncoder(), 3),
                TextMap.train(train, new LengthEncoder(), new TextMapOptions(2, TextMapOptions.Items.LEARNED, 1)),
                TextMap.train(train, new LengthEncoder(), new TextMapOptions(2, TextMapOptions.Items.TEXT, 1)),
                ContentBased.ofAttributes(train.catalog()),
                Hybrid.train(
                        train,
                        List.of(
                                HybridMember.collaborative(all -> Ease.train(all, 2)),
                                HybridMember.collaborative(all -> UserKnn.train(all, KnnOptions.cosine(3, 0))),
                                HybridMember.content(content)))));
        if (train.histories().stream()
                .flatMap(history -> history.events().stream())
                .mapToLong(Event::time)
                .anyMatch(time -> time > 0)) {
            models.add(Popularity.train(train, new Recency.HalfLife(1)));
        }
        return models;
    }

    private static final class LengthEncoder implements TextEncoder {
        @Override
        public String name() {
            return "lengths (a test)";
        }

        @Override
        public float[][] encode(List<String> texts) {
            return texts.stream()
                    .map(text -> new float[] {text.length(), text.hashCode() % 97, 1})
                    .toArray(float[][]::new);
        }
    }
}
