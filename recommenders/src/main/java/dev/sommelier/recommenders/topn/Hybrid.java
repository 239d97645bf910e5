package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.PositiveMatrix;
import dev.sommelier.recommenders.store.CatalogStamp;
import dev.sommelier.recommenders.store.IntArray;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A weighted sum of other models' standardised scores, with weights learned on validation.
///
/// Each member's scores are standardised for each history, to mean 0 and variance 1 over the items outside it. A member
/// that learns from interactions knows nothing about an item without any, so it says 0 of it, which is its mean: there
/// the content members decide, and such an item can be recommended. A member whose scores are all equal says 0 of every
/// item.
///
/// The weights are those under which the users' last items are most probable (see [ChoiceModel]): each user's last
/// item is held out, the members are trained on the rest, the weights are fitted, then the members are trained on
/// everything. A history that was not in training is served by the members' own fold-in.
public final class Hybrid implements ItemScorer, Described, Storable {
    static final String KIND = "Hybrid";
    private static final String WARM = "warm";

    private final Catalog catalog;
    private final List<Part> parts;
    private final boolean[] warm;

    /// A trained member.
    ///
    /// @param needsInteractions whether its score of an item without interactions means nothing
    private record Part(ItemScorer scorer, boolean needsInteractions, double weight) {}

    private Hybrid(Catalog catalog, List<Part> parts, boolean[] warm) {
        this.catalog = catalog;
        this.parts = List.copyOf(parts);
        this.warm = warm;
    }

    /// Learns the weights and trains the members. With no user to learn from, all weigh 1.
    ///
    /// @param members at least one; each is trained twice
    public static Hybrid train(TrainingSet train, List<HybridMember> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a hybrid needs at least one member");
        }
        var validation = HybridValidation.of(train);
        var weights = new double[members.size()];
        Arrays.fill(weights, 1);
        if (!validation.heldOut().isEmpty()) {
            var untuned = of(validation.train(), members, weights);
            weights = ChoiceModel.fit(members.size(), validation.examples(members.size(), untuned::standardised));
        }
        return of(train, members, weights);
    }

    private static Hybrid of(TrainingSet train, List<HybridMember> members, double[] weights) {
        var users = PositiveMatrix.of(train).usersOfItem();
        var warm = new boolean[users.length];
        for (int item = 0; item < warm.length; item++) {
            warm[item] = users[item].length > 0;
        }
        var parts = new ArrayList<Part>();
        for (var member : members) {
            parts.add(new Part(member.trainer().apply(train), member.needsInteractions(), weights[parts.size()]));
        }
        return new Hybrid(train.catalog(), parts, warm);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String parameters() {
        return parts.stream()
                .map(part -> part.scorer().name() + String.format(Locale.ROOT, "=%.3f", part.weight()))
                .collect(Collectors.joining(" "));
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    /// The members' weights in the order in which they were given.
    public List<Double> weights() {
        return parts.stream().map(Part::weight).toList();
    }

    @Override
    public double[] score(History history) {
        var standardised = standardised(history);
        var scores = new double[catalog.size()];
        for (int m = 0; m < standardised.length; m++) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] += parts.get(m).weight() * standardised[m][item];
            }
        }
        return scores;
    }

    /// `members x items`.
    private double[][] standardised(History history) {
        var seen = new boolean[catalog.size()];
        for (int position : PositiveMatrix.positions(catalog, history)) {
            seen[position] = true;
        }
        return parts.stream()
                .map(part -> {
                    var scores = part.scorer().score(history);
                    var known = IntStream.range(0, scores.length)
                            .filter(item -> warm[item] || !part.needsInteractions())
                            .toArray();
                    return standardise(scores, known, seen);
                })
                .toArray(double[][]::new);
    }

    private static double[] standardise(double[] scores, int[] known, boolean[] seen) {
        double[] unseen = Arrays.stream(known)
                .filter(item -> !seen[item])
                .mapToDouble(item -> scores[item])
                .toArray();
        var result = new double[scores.length];
        double mean = Arrays.stream(unseen).average().orElse(0);
        double variance = Arrays.stream(unseen)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElse(0);
        if (variance > 0) {
            double deviation = Math.sqrt(variance);
            for (int item : known) {
                result[item] = (scores[item] - mean) / deviation;
            }
        }
        return result;
    }

    @Override
    public StoredModel stored() {
        var values = new LinkedHashMap<String, String>();
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put(
                WARM,
                IntArray.of(IntStream.range(0, warm.length).filter(i -> warm[i]).toArray()));
        for (int m = 0; m < parts.size(); m++) {
            var part = parts.get(m);
            if (!(part.scorer() instanceof Storable storable)) {
                throw new IllegalStateException(part.scorer().name() + " cannot be kept in a file");
            }
            var stored = storable.stored();
            var prefix = m + ".";
            values.put(prefix + "kind", stored.kind());
            values.put(prefix + "weight", Double.toString(part.weight()));
            values.put(prefix + "needs", part.needsInteractions() ? "interactions" : "content");
            stored.parameters().values().forEach((name, value) -> values.put(prefix + "parameter." + name, value));
            stored.arrays().forEach((name, array) -> arrays.put(prefix + name, array));
        }
        return new StoredModel(KIND, new ModelParameters(values), CatalogStamp.of(catalog), arrays);
    }

    static Hybrid load(StoredModel stored, Catalog catalog) {
        var parts = new ArrayList<Part>();
        while (stored.parameters().values().containsKey(parts.size() + ".kind")) {
            var prefix = parts.size() + ".";
            var kind = stored.parameters().text(prefix + "kind");
            var member = new StoredModel(
                    kind,
                    new ModelParameters(
                            under(prefix + "parameter.", stored.parameters().values())),
                    stored.catalogue(),
                    under(prefix, stored.arrays()));
            var scorer = TopNModels.find(member, catalog)
                    .orElseThrow(() -> new IllegalStateException("a member of the unknown kind " + kind));
            parts.add(new Part(
                    scorer,
                    stored.parameters().text(prefix + "needs").equals("interactions"),
                    stored.parameters().number(prefix + "weight")));
        }
        var warm = new boolean[catalog.size()];
        for (int item : stored.ints(WARM).toArray()) {
            warm[item] = true;
        }
        return new Hybrid(catalog, parts, warm);
    }

    private static <T> Map<String, T> under(String prefix, Map<String, T> all) {
        var some = new LinkedHashMap<String, T>();
        all.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), value);
            }
        });
        return some;
    }
}
