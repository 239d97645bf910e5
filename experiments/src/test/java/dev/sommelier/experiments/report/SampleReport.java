package dev.sommelier.experiments.report;

import dev.sommelier.core.Provenance;
import dev.sommelier.core.Query;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.Usage;
import dev.sommelier.experiments.Answer;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.Fakes;
import dev.sommelier.experiments.RankingContender;
import dev.sommelier.experiments.RankingEvaluation;
import dev.sommelier.experiments.RankingTables;
import dev.sommelier.experiments.RatingContender;
import dev.sommelier.experiments.RatingEvaluation;
import dev.sommelier.experiments.StackOf;
import dev.sommelier.experiments.TestUser;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.RatingPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A report as the demo makes it, from contenders whose skill is drawn by a seed.
final class SampleReport {
    static final String EVIL = "</script><script>alert(1)</script><!-- %%TITLE%% \u2028 <img src=x onerror=alert(2)>";

    private SampleReport() {}

    static Report of(int agentUsers) {
        var users = IntStream.range(0, 300)
                .mapToObj(i -> Fakes.user("u" + i, "i" + (1 + i % 90)))
                .toList();
        var names = users.stream().map(TestUser::user).toList();
        var agents = names.subList(0, agentUsers);
        var evaluation = new RankingEvaluation(Fakes.catalog(1682), 10, Progress.silent());
        var runs = new ArrayList<>(evaluation.runAll(
                List.of(
                        lucky("Random", ContenderKind.CLASSIC, .01, users),
                        lucky("Popularity", ContenderKind.CLASSIC, .06, users),
                        lucky("ItemKNN", ContenderKind.CLASSIC, .14, users),
                        lucky("EASE", ContenderKind.CLASSIC, .16, users),
                        lucky("iALS", ContenderKind.CLASSIC, .15, users),
                        lucky("Content", ContenderKind.CLASSIC, .03, users)),
                users));
        runs.addAll(evaluation.runAll(
                List.of(
                        lucky("Agent", ContenderKind.AGENT, .13, users),
                        lucky("Agent (random)", ContenderKind.CONTROL, .11, users),
                        lucky("Agent (fixed plan)", ContenderKind.CONTROL, .12, users)),
                users.subList(0, agentUsers)));
        var tables = new RankingTables(evaluation, 400, 7);
        var ranking = tables.table("The agent's users", runs, agents);
        var differences = List.of(
                tables.differences(runs, "Agent", "nDCG@10", agents),
                tables.differences(runs, "Agent", "HR@10", agents));
        var ratings = ratings();
        return new Report(
                "Who recommends best on ml-100k?",
                "MovieLens 100K · SmolLM2-135M-Instruct Q4_1 in process · 24 November 2026",
                Optional.of(ranking),
                differences,
                Optional.of(tables.table("All test users", runs, names)),
                Optional.of(ratings),
                traces(),
                provenance(),
                Cautions.of(Optional.of(ranking), Optional.of(ratings)));
    }

    private static RankingContender lucky(String name, ContenderKind kind, double skill, List<TestUser> users) {
        var heldOut = new LinkedHashMap<String, String>();
        users.forEach(
                user -> heldOut.put(user.user(), user.relevant().iterator().next()));
        boolean model = kind == ContenderKind.AGENT;
        return new RankingContender(name, kind, "skill=" + skill, query -> {
            var random = new SplittableRandom(
                    31 * name.hashCode() + query.history().user().hashCode());
            if (model && random.nextDouble() < .05) {
                return Answer.failed("the model answered nothing");
            }
            var list = RankedList.ofItems(
                    list(query, heldOut.getOrDefault(query.history().user(), "i1"), skill, random));
            var usage = model ? new Usage(5, 890, 610, 160, Duration.ofMillis(6_400)) : Usage.NONE;
            Map<String, Integer> repairs =
                    kind == ContenderKind.CLASSIC ? Map.of() : Map.of("padded", random.nextInt(3));
            return new Answer(list, Optional.empty(), usage, repairs, Optional.empty(), Optional.empty());
        });
    }

    private static List<String> list(Query query, String heldOut, double skill, SplittableRandom random) {
        var items = new ArrayList<String>();
        int first = 100 + random.nextInt(1_500);
        IntStream.range(0, query.k()).forEach(i -> items.add("i" + (first + i)));
        if (random.nextDouble() < skill) {
            items.set(random.nextInt(query.k()), heldOut);
        }
        return items;
    }

    private static dev.sommelier.experiments.RatingTable ratings() {
        var random = new SplittableRandom(11);
        var history = new dev.sommelier.core.History("u", List.of());
        var truth = new LinkedHashMap<String, Double>();
        var pairs = IntStream.range(0, 100)
                .mapToObj(i -> {
                    double stars = 1 + Math.floor(5 * Math.sqrt(random.nextDouble()));
                    truth.put("i" + i, stars);
                    return new RatingPair(history, "i" + i, stars);
                })
                .toList();
        var scale = new RatingScale(1, 5, 1);
        var evaluation = new RatingEvaluation(scale, 4, 400, 7, Progress.silent());
        return evaluation.run(
                "Held-out ratings",
                List.of(
                        noisy("Global mean", "mean=3.53", ContenderKind.CLASSIC, 0, truth),
                        noisy("Bias", "damping=5", ContenderKind.CLASSIC, .35, truth),
                        noisy("Item kNN", "k=40, shrinkage=10", ContenderKind.CLASSIC, .4, truth),
                        noisy("LLM", "history=6, labels=12345, prompt=rating@1", ContenderKind.AGENT, .08, truth)),
                List.of(
                        new StackOf("LLM, calibrated", List.of("LLM")),
                        new StackOf("Bias + LLM", List.of("Bias", "LLM"))),
                pairs.subList(0, 40),
                pairs);
    }

    private static RatingContender noisy(
            String name, String parameters, ContenderKind kind, double skill, Map<String, Double> truth) {
        var predictor = Fakes.predictor(name, item -> {
            var random = new SplittableRandom(31 * name.hashCode() + item.hashCode());
            return 3.5 + skill * (truth.getOrDefault(item, 3.0) - 3.5) + skill * random.nextDouble(-1, 1);
        });
        return new RatingContender(name, kind, parameters, predictor, predictor, () -> Usage.NONE);
    }

    private static List<Report.Trace> traces() {
        var text = """
                User 405 has seen: Fargo (1996), Pulp Fiction (1994), %s
                Round 1  thought: they like dark comedies
                         retrieve(genre = Comedy, k = 10)
                         found 10: Swingers (1996), Big Night (1996), Welcome to the Dollhouse (1995), ...
                Round 2  thought: narrow by period
                         retrieve(period = 1990s, k = 10)   relaxed: only 6 items left
                Round 3  finish
                List     1. Swingers (1996)   2. Big Night (1996)   3. Trees Lounge (1996)
                """.formatted(EVIL);
        return List.of(
                new Report.Trace("User 405: hit at rank 3", text),
                new Report.Trace("User 17: miss " + EVIL, text),
                new Report.Trace("User 88: miss, 2 items padded", text));
    }

    private static Provenance provenance() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Code version", "0.1.0-SNAPSHOT (9d60795)");
        facts.put("Data set", "ml-100k, 943 users, 1,682 items, 100,000 ratings");
        facts.put("Catalogue hash", "5b1f0e4f2c1a9f8be7d31c33f1f6b1f77f4d8c3e2b9a4d5e6f708192a3b4c5d6");
        facts.put("Model file", "SmolLM2-135M-Instruct.Q4_1.gguf");
        facts.put("Model SHA-256", "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53");
        facts.put("Engine", "java-llama.cpp 4.2.0 (llama.cpp b4916), 2 threads");
        facts.put("Prompts", "surrogate-user@1 (3f2a91c07d5e), rating@1 (a0ff31c9d2b4)");
        facts.put("Seed", "7");
        facts.put("Hostile " + EVIL, EVIL);
        return new Provenance(facts);
    }
}
