package dev.sommelier.evaluation.prediction;

import dev.sommelier.evaluation.Auc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/// The mean over groups, such as users, of the area under the ROC curve within the group ([Auc]); ties count half.
///
/// Groups whose truths are of one class have no area and are left out. From 0 to 1, 0.5 is chance; undefined where no
/// group has an area. Source: Zhu et al., *Optimized cost per click in Taobao display advertising*, KDD 2017,
/// [doi:10.1145/3097983.3098134](https://doi.org/10.1145/3097983.3098134), weighted by impressions as in Zhou et al.,
/// *Deep interest network for click-through rate prediction*, KDD 2018,
/// [doi:10.1145/3219819.3219823](https://doi.org/10.1145/3219819.3219823).
///
/// @param weighted whether a group weighs as much as it has predictions; otherwise all weigh alike
public record GroupedAuc(boolean weighted) implements PredictionMetric {
    @Override
    public String label() {
        return weighted ? "GAUC(weighted)" : "GAUC";
    }

    @Override
    public OptionalDouble of(List<Labelled> predictions) {
        double sum = 0;
        double weights = 0;
        for (var group : groups(predictions)) {
            var area = Auc.of(
                    group.stream().mapToDouble(Labelled::truth).toArray(),
                    group.stream().mapToDouble(Labelled::predicted).toArray(),
                    1);
            if (area.isPresent()) {
                double weight = weighted ? group.size() : 1;
                sum += weight * area.getAsDouble();
                weights += weight;
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
    }

    /// How many groups have no area.
    public static int leftOut(List<Labelled> predictions) {
        return (int) groups(predictions).stream()
                .filter(group -> group.stream()
                                .map(prediction -> prediction.truth() >= 1)
                                .distinct()
                                .count()
                        < 2)
                .count();
    }

    private static List<List<Labelled>> groups(List<Labelled> predictions) {
        var groups = new LinkedHashMap<String, List<Labelled>>();
        predictions.forEach(prediction -> groups.computeIfAbsent(prediction.group(), key -> new ArrayList<>())
                .add(prediction));
        return List.copyOf(groups.values());
    }
}
