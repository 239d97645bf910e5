package dev.sommelier.evaluation.trec;

import dev.sommelier.core.SommelierException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;

/// trec_eval's metric names: `map`, `P.5,10`, `ndcg_cut_10`, `official`.
final class TrecNames {
    private static final List<Double> CUTS = List.of(5d, 10d, 15d, 20d, 30d, 100d, 200d, 500d, 1000d);
    private static final List<Double> MULTIPLES = List.of(.2, .4, .6, .8, 1d, 1.2, 1.4, 1.6, 1.8, 2d);
    private static final Set<String> FRACTIONS = Set.of("iprec_at_recall", "Rprec_mult", "set_F");
    private static final List<Double> RECALLS = List.of(0d, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1d);

    /// A family of measures: one measure, or one for each parameter.
    private record Family(List<Double> defaults, DoubleFunction<Measure> make) {
        static Family of(Measure measure) {
            return new Family(List.of(), parameter -> measure);
        }

        static Family of(CutMeasure.Kind kind, List<Double> defaults) {
            return new Family(defaults, k -> new CutMeasure(kind, (int) k));
        }
    }

    private static final Map<String, Family> FAMILIES = families();
    private static final List<String> OFFICIAL = List.of(
            "num_q",
            "num_ret",
            "num_rel",
            "num_rel_ret",
            "map",
            "gm_map",
            "Rprec",
            "bpref",
            "recip_rank",
            "iprec_at_recall",
            "P");
    private static final List<String> SET = List.of(
            "num_q",
            "num_ret",
            "num_rel",
            "num_rel_ret",
            "utility",
            "set_P",
            "set_relative_P",
            "set_recall",
            "set_map",
            "set_F");
    private static final Map<String, List<String>> NICKNAMES =
            Map.of("official", OFFICIAL, "set", SET, "all_trec", List.copyOf(FAMILIES.keySet()));

    private TrecNames() {}

    /// In the order in which trec_eval prints them.
    private static Map<String, Family> families() {
        var families = new LinkedHashMap<String, Family>();
        for (var count : CountMeasure.values()) {
            families.put(count.label(), Family.of(count));
        }
        families.remove(CountMeasure.NUM_NONREL_JUDGED_RET.label());
        add(families, RankMeasure.MAP, RankMeasure.GM_MAP, RankMeasure.RPREC, RankMeasure.BPREF);
        add(families, RankMeasure.RECIP_RANK);
        families.put("iprec_at_recall", new Family(RECALLS, IprecAtRecall::new));
        families.put("P", Family.of(CutMeasure.Kind.P, CUTS));
        families.put("recall", Family.of(CutMeasure.Kind.RECALL, CUTS));
        add(families, RankMeasure.INF_AP, RankMeasure.GM_BPREF);
        families.put("Rprec_mult", new Family(MULTIPLES, RprecMultiple::new));
        add(families, RankMeasure.UTILITY, RankMeasure.ELEVEN_POINT, RankMeasure.BIN_G, RankMeasure.G);
        add(families, RankMeasure.NDCG, RankMeasure.NDCG_REL, RankMeasure.RNDCG);
        families.put("ndcg_cut", Family.of(CutMeasure.Kind.NDCG_CUT, CUTS));
        families.put("map_cut", Family.of(CutMeasure.Kind.MAP_CUT, CUTS));
        families.put("relative_P", Family.of(CutMeasure.Kind.RELATIVE_P, CUTS));
        families.put("success", Family.of(CutMeasure.Kind.SUCCESS, List.of(1d, 5d, 10d)));
        add(families, RankMeasure.SET_P, RankMeasure.SET_RELATIVE_P, RankMeasure.SET_RECALL, RankMeasure.SET_MAP);
        families.put("set_F", new Family(List.of(1d), SetF::new));
        families.put(CountMeasure.NUM_NONREL_JUDGED_RET.label(), Family.of(CountMeasure.NUM_NONREL_JUDGED_RET));
        return families;
    }

    private static void add(Map<String, Family> families, RankMeasure... measures) {
        for (var measure : measures) {
            families.put(measure.label(), Family.of(measure));
        }
    }

    /// What a name means, if trec_eval has it.
    static Optional<List<Measure>> find(String name) {
        int dot = name.indexOf('.');
        var base = dot < 0 ? name : name.substring(0, dot);
        if (dot < 0 && NICKNAMES.containsKey(name)) {
            return Optional.of(NICKNAMES.getOrDefault(name, List.of()).stream()
                    .flatMap(each -> measures(each, List.of()).stream())
                    .toList());
        }
        if (FAMILIES.containsKey(base)) {
            return Optional.of(measures(base, dot < 0 ? List.of() : parameters(name, name.substring(dot + 1))));
        }
        int line = base.lastIndexOf('_');
        if (line > 0 && FAMILIES.containsKey(base.substring(0, line))) {
            var family = base.substring(0, line);
            return Optional.of(measures(family, parameters(name, name.substring(line + 1))));
        }
        return Optional.empty();
    }

    private static List<Measure> measures(String base, List<Double> parameters) {
        var family = FAMILIES.getOrDefault(base, Family.of(RankMeasure.MAP));
        if (family.defaults().isEmpty()) {
            if (!parameters.isEmpty()) {
                throw new SommelierException(
                        "metric " + base + " takes no parameters, got " + parameters + "; give its name alone.");
            }
            return List.of(family.make().apply(0));
        }
        return (parameters.isEmpty() ? family.defaults() : parameters)
                .stream().map(parameter -> made(base, family, parameter)).toList();
    }

    private static Measure made(String base, Family family, double parameter) {
        if (!FRACTIONS.contains(base) && (parameter != Math.rint(parameter) || parameter > Integer.MAX_VALUE)) {
            throw new SommelierException(
                    "metric " + base + ": a cut must be a whole number, got " + parameter + "; write " + base + ".10");
        }
        try {
            return family.make().apply(parameter);
        } catch (IllegalArgumentException e) {
            throw new SommelierException("metric " + base + ": " + e.getMessage() + "; correct the name.", e);
        }
    }

    private static List<Double> parameters(String name, String text) {
        var parameters = new ArrayList<Double>();
        for (var part : text.split(",", -1)) {
            try {
                parameters.add(Double.parseDouble(part));
            } catch (NumberFormatException e) {
                throw new SommelierException(
                        "metric " + name + ": parameters are numbers with commas between, got \"" + part
                                + "\"; write for example P.5,10",
                        e);
            }
        }
        parameters.sort(null);
        return parameters;
    }

    /// Where trec_eval prints a measure, for sorting.
    static int order(Measure measure) {
        var label = measure.label();
        var family = isFamily(measure) ? label.substring(0, label.lastIndexOf('_')) : label;
        return List.copyOf(FAMILIES.keySet()).indexOf(family);
    }

    /// Whether the label ends in a parameter.
    private static boolean isFamily(Measure measure) {
        return switch (measure) {
            case CutMeasure cut -> true;
            case IprecAtRecall precision -> true;
            case RprecMultiple precision -> true;
            case SetF f -> f.x() != 1;
            case CountMeasure count -> false;
            case RankMeasure rank -> false;
            case Rbp rbp -> false;
        };
    }

    /// The names that can be given.
    static List<String> known() {
        var names = new ArrayList<>(FAMILIES.keySet());
        names.addAll(List.of("official", "set", "all_trec"));
        return names;
    }
}
