package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.io.Home;
import dev.sommelier.recommenders.topn.ContentBased;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.recommenders.topn.Hybrid;
import dev.sommelier.recommenders.topn.HybridMember;
import dev.sommelier.recommenders.topn.Popularity;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Items that nobody had contact with in training: every tenth film of MovieLens 100K loses all its ratings. Each
/// user's
/// contacts with such films are then to be told from the other such films.
/// Films have their genres and years. The figures are printed (docs/reproduction-topn.md).
class ColdStartIT {
    private static final int EVERY = 10;
    private static final int K = 10;

    @Test
    void itemsWithoutInteractionsAreToldApartByTheirAttributes() throws IOException {
        var rows = Ml100kFile.read();
        var catalog = catalog();
        Predicate<String> cold = item -> catalog.position(item) % EVERY == 3;
        var warmPart = new LinkedHashMap<String, List<Interaction>>();
        var coldPart = new LinkedHashMap<String, Set<String>>();
        for (var row : rows) {
            warmPart.computeIfAbsent(row.user(), user -> new ArrayList<>());
            if (cold.test(row.item())) {
                coldPart.computeIfAbsent(row.user(), user -> new TreeSet<>()).add(row.item());
            } else {
                warmPart.get(row.user()).add(row);
            }
        }
        var train = new TrainingSet(
                catalog,
                warmPart.entrySet().stream()
                        .map(entry -> new History(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .map(Interaction::event)
                                        .toList()))
                        .toList());
        var coldItems = catalog.items().stream().map(Item::id).filter(cold).toList();
        var attributes = ContentBased.ofAttributes(catalog);
        var hybrid = Hybrid.train(
                train,
                List.of(
                        HybridMember.collaborative(all -> Ease.train(all, 100)),
                        HybridMember.collaborative(Popularity::train),
                        HybridMember.content(attributes)));

        var ease = Ease.train(train, 100);
        double byEase = auc(ease, train, coldItems, coldPart);
        double byAttributes = auc(attributes, train, coldItems, coldPart);
        double byHybrid = auc(hybrid, train, coldItems, coldPart);
        System.out.printf(
                "cold items %d, users %d; AUC: EASE %.3f, attributes %.3f, hybrid %.3f; of ten listed, cold: %.3f, %.3f, %.3f%n",
                coldItems.size(),
                coldPart.size(),
                byEase,
                byAttributes,
                byHybrid,
                listed(ease, train, cold),
                listed(attributes, train, cold),
                listed(hybrid, train, cold));

        assertThat(byEase).isCloseTo(0.5, within(1e-9));
        assertThat(byAttributes).isGreaterThan(0.55);
        assertThat(byHybrid).isCloseTo(byAttributes, within(0.01));
    }

    /// How probable it is that an item of the user's is above another, equal scores half; mean over users.
    private static double auc(
            ItemScorer model, TrainingSet train, Collection<String> coldItems, Map<String, Set<String>> coldPart) {
        return train.histories().stream()
                .filter(history -> coldPart.containsKey(history.user()))
                .mapToDouble(history -> {
                    double[] scores = model.score(history);
                    var own = coldPart.getOrDefault(history.user(), Set.of());
                    double[] of = coldItems.stream()
                            .filter(own::contains)
                            .mapToDouble(item -> scores[train.catalog().position(item)])
                            .toArray();
                    double[] others = coldItems.stream()
                            .filter(item -> !own.contains(item))
                            .mapToDouble(item -> scores[train.catalog().position(item)])
                            .toArray();
                    double above = Arrays.stream(of)
                            .map(score -> Arrays.stream(others)
                                    .map(other -> score > other ? 1 : score == other ? 0.5 : 0)
                                    .sum())
                            .sum();
                    return above / of.length / others.length;
                })
                .average()
                .orElseThrow();
    }

    private static double listed(ItemScorer model, TrainingSet train, Predicate<String> cold) {
        var recommender = new ScorerRecommender(model);
        return train.histories().stream()
                .mapToDouble(history -> recommender.recommend(Query.top(K, history)).items().stream()
                        .filter(cold)
                        .count())
                .average()
                .orElseThrow();
    }

    private static Catalog catalog() throws IOException {
        var file = Home.fromEnvironment().datasets().resolve("ml-100k").resolve("items.tsv");
        assumeTrue(Files.exists(file), file + " is missing: run 'sommelier data get ml-100k'");
        return new Catalog(
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split("\t", -1))
                        .map(row -> new Item(
                                row[0],
                                row[1],
                                Map.of("genre", List.of(row[2].split("\\|", -1)), "period", List.of(row[3]))))
                        .toList(),
                List.of("genre", "period"));
    }
}
