package dev.sommelier.cli.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.experiments.RatingEvaluation;
import dev.sommelier.experiments.RatingPairs;
import dev.sommelier.io.Hashes;
import dev.sommelier.judges.RatingPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fixed sample that rating and click judges are compared on. No user is in two of test, fitting and examples.
///
/// @param ratings held-out ratings, one a user, predicted from all before
/// @param ratingFit the like of other users, for stacks
/// @param clicks the last two ratings of users, both predicted from what was before them
/// @param clickFit the like of other users, for calibrations and stacks
/// @param examples what few-shot prompts show, liked and not liked in turn; none where the data set has fewer than
/// wanted
public record RatePairs(
        List<RatingPair> ratings,
        List<RatingPair> ratingFit,
        List<RatingPair> clicks,
        List<RatingPair> clickFit,
        List<RatingPair> examples) {
    private static final int LEAST_FITTING = 50;
    private static final int CANDIDATES = 10;

    public RatePairs {
        ratings = List.copyOf(ratings);
        ratingFit = List.copyOf(ratingFit);
        clicks = List.copyOf(clicks);
        clickFit = List.copyOf(clickFit);
        examples = List.copyOf(examples);
    }

    /// Draws them by the study's seed.
    ///
    /// @param pairs test pairs of each kind
    /// @param shots how many examples
    static RatePairs draw(Study study, int pairs, int shots) {
        var split = study.split();
        int fitting = Math.max(LEAST_FITTING, pairs / 2);
        var users = study.sample(pairs + fitting + CANDIDATES * shots);
        var test = users.subList(0, Math.min(pairs, users.size()));
        var fit = users.subList(test.size(), Math.min(test.size() + fitting, users.size()));
        var others = users.subList(test.size() + fit.size(), users.size());
        var examples = examples(study, RatingPairs.validation(split, others), shots);
        return new RatePairs(
                RatingPairs.test(split, test),
                RatingPairs.validation(split, fit),
                lastTwo(study, test.subList(0, (test.size() + 1) / 2)),
                lastTwo(study, fit.subList(0, (fit.size() + 1) / 2)),
                examples);
    }

    private static List<RatingPair> lastTwo(Study study, List<String> users) {
        var split = study.split();
        var pairs = new ArrayList<RatingPair>();
        for (var user : users) {
            for (var part : List.of(split.validation(), split.test())) {
                var held = part.get(user);
                if (held != null) {
                    pairs.add(new RatingPair(split.historyBeforeValidation(user), held.item(), held.rating()));
                }
            }
        }
        return pairs;
    }

    private static List<RatingPair> examples(Study study, List<RatingPair> candidates, int shots) {
        double liked = RatingEvaluation.likedOn(Ratings.scale(study));
        var up = new ArrayList<>(
                candidates.stream().filter(pair -> pair.truth() >= liked).toList());
        var down = new ArrayList<>(
                candidates.stream().filter(pair -> pair.truth() < liked).toList());
        var chosen = new ArrayList<RatingPair>();
        while (chosen.size() < shots) {
            var next = chosen.size() % 2 == 0 ? up : down;
            if (next.isEmpty()) {
                return List.of();
            }
            chosen.add(next.removeFirst());
        }
        return chosen;
    }

    /// All of them as JSON lines: part, user, item, rating, and the history that it is predicted from.
    public String lines() {
        var parts = new LinkedHashMap<String, List<RatingPair>>();
        parts.put("rating test", ratings);
        parts.put("rating fit", ratingFit);
        parts.put("click test", clicks);
        parts.put("click fit", clickFit);
        parts.put("example", examples);
        var json = new ObjectMapper();
        var text = new StringBuilder();
        parts.forEach((part, pairs) -> pairs.forEach(pair ->
                text.append(json.<JsonNode>valueToTree(line(part, pair))).append('\n')));
        return text.toString();
    }

    /// SHA-256 of [#lines()].
    public String hash() {
        return Hashes.sha256(lines());
    }

    private static Map<String, Object> line(String part, RatingPair pair) {
        var line = new LinkedHashMap<String, Object>();
        line.put("part", part);
        line.put("user", pair.history().user());
        line.put("item", pair.item());
        line.put("rating", pair.truth());
        line.put(
                "history",
                pair.history().events().stream()
                        .map(event -> List.of(event.item(), event.rating()))
                        .toList());
        return line;
    }
}
