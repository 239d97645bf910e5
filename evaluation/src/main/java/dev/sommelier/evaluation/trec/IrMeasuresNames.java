package dev.sommelier.evaluation.trec;

import dev.sommelier.core.SommelierException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// The names of ir-measures: `nDCG@10`, `AP(rel=2)`, `RBP(p=0.8)`.
final class IrMeasuresNames {
    private static final Pattern FORM = Pattern.compile("([A-Za-z]+)(?:\\(([^)]*)\\))?(?:@([0-9.]+))?");

    private static final Map<String, Measure> WHOLE = Map.ofEntries(
            Map.entry("AP", RankMeasure.MAP),
            Map.entry("MAP", RankMeasure.MAP),
            Map.entry("RR", RankMeasure.RECIP_RANK),
            Map.entry("MRR", RankMeasure.RECIP_RANK),
            Map.entry("nDCG", RankMeasure.NDCG),
            Map.entry("NDCG", RankMeasure.NDCG),
            Map.entry("Rprec", RankMeasure.RPREC),
            Map.entry("RPrec", RankMeasure.RPREC),
            Map.entry("Bpref", RankMeasure.BPREF),
            Map.entry("BPref", RankMeasure.BPREF),
            Map.entry("infAP", RankMeasure.INF_AP),
            Map.entry("SetP", RankMeasure.SET_P),
            Map.entry("SetR", RankMeasure.SET_RECALL),
            Map.entry("SetF", new SetF(1)),
            Map.entry("SetAP", RankMeasure.SET_MAP));

    private static final Map<String, CutMeasure.Kind> CUT = Map.ofEntries(
            Map.entry("AP", CutMeasure.Kind.MAP_CUT),
            Map.entry("MAP", CutMeasure.Kind.MAP_CUT),
            Map.entry("RR", CutMeasure.Kind.RR),
            Map.entry("MRR", CutMeasure.Kind.RR),
            Map.entry("nDCG", CutMeasure.Kind.NDCG_CUT),
            Map.entry("NDCG", CutMeasure.Kind.NDCG_CUT),
            Map.entry("P", CutMeasure.Kind.P),
            Map.entry("R", CutMeasure.Kind.RECALL),
            Map.entry("Recall", CutMeasure.Kind.RECALL),
            Map.entry("Success", CutMeasure.Kind.SUCCESS),
            Map.entry("Judged", CutMeasure.Kind.JUDGED),
            Map.entry("ERR", CutMeasure.Kind.ERR));

    private static final Map<String, CountMeasure> COUNTS =
            Map.of("NumQ", CountMeasure.NUM_Q, "NumRet", CountMeasure.NUM_RET, "NumRel", CountMeasure.NUM_REL);

    private IrMeasuresNames() {}

    /// What a name means, if it has the form and a known base.
    static Optional<List<TrecMetric>> find(String name) {
        var match = FORM.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        var base = match.group(1);
        var cut = Optional.ofNullable(match.group(3));
        var parameters = parameters(name, Optional.ofNullable(match.group(2)).orElse(""));
        var rel = Optional.ofNullable(parameters.remove("rel"));
        var level = rel.isPresent() ? OptionalInt.of((int) number(name, rel.get(), true)) : OptionalInt.empty();
        if (base.equals("RBP") && cut.isEmpty()) {
            double p = number(name, Optional.ofNullable(parameters.remove("p")).orElse("0.8"), false);
            refuse(name, parameters);
            if (!(p > 0 && p < 1)) {
                throw new SommelierException(
                        "metric " + name + ": p must be between 0 and 1, got " + p + "; write for example RBP(p=0.8)");
            }
            return Optional.of(List.of(
                    new TrecMetric(name, new Rbp(p, false), level),
                    new TrecMetric(name.replace("RBP", "RBPResidual"), new Rbp(p, true), level)));
        }
        var measure = measure(name, base, cut);
        if (measure.isPresent()) {
            refuse(name, parameters);
        }
        return measure.map(found -> List.of(new TrecMetric(name, found, level)));
    }

    private static Optional<Measure> measure(String name, String base, Optional<String> cut) {
        if (cut.isEmpty()) {
            return Optional.ofNullable(WHOLE.get(base)).or(() -> Optional.ofNullable(COUNTS.get(base)));
        }
        if (base.equals("IPrec")) {
            double recall = number(name, cut.get(), false);
            if (recall > 1) {
                throw new SommelierException(
                        "metric " + name + ": a share of recall is from 0 to 1, got " + recall + "; write IPrec@0.1");
            }
            return Optional.of(new IprecAtRecall(recall));
        }
        if (!CUT.containsKey(base)) {
            return Optional.empty();
        }
        int k = (int) number(name, cut.get(), true);
        if (k < 1) {
            throw new SommelierException(
                    "metric " + name + ": a cut must be at least 1, got " + k + "; write for example " + base + "@10");
        }
        return Optional.ofNullable(CUT.get(base)).map(kind -> new CutMeasure(kind, k));
    }

    private static Map<String, String> parameters(String name, String text) {
        var parameters = new LinkedHashMap<String, String>();
        if (!text.isBlank()) {
            for (var part : text.split(",", -1)) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    throw new SommelierException("metric " + name + ": parameters have the form key=value, got \""
                            + part.strip() + "\"; write for example AP(rel=2)");
                }
                parameters.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return parameters;
    }

    private static void refuse(String name, Map<String, String> rest) {
        if (!rest.isEmpty()) {
            throw new SommelierException("metric " + name + " does not know the parameter \""
                    + rest.keySet().iterator().next() + "\"; known are rel, and p for RBP.");
        }
    }

    private static double number(String name, String text, boolean whole) {
        try {
            return whole ? Integer.parseInt(text) : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new SommelierException(
                    "metric " + name + ": expected a " + (whole ? "whole " : "") + "number, got \"" + text
                            + "\"; write for example nDCG@10 or AP(rel=2)",
                    e);
        }
    }

    /// Examples of the names that can be given.
    static List<String> known() {
        return List.of(
                "nDCG",
                "nDCG@10",
                "AP",
                "AP@100",
                "AP(rel=2)",
                "RR",
                "RR@10",
                "P@10",
                "R@100",
                "Rprec",
                "Bpref",
                "infAP",
                "Success@5",
                "Judged@10",
                "ERR@20",
                "RBP(p=0.8)",
                "SetP",
                "SetR",
                "SetF",
                "SetAP",
                "IPrec@0.1",
                "NumQ",
                "NumRet",
                "NumRel");
    }
}
