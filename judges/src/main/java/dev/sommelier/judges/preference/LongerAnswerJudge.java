package dev.sommelier.judges.preference;

import dev.sommelier.core.Usage;
import java.util.List;

/// The control: prefers the longer answer, by characters, and asks nobody.
public final class LongerAnswerJudge implements AnswerJudge {
    @Override
    public String name() {
        return "longer (control)";
    }

    @Override
    public String parameters() {
        return "characters";
    }

    @Override
    public List<PreferenceOutcome> compare(List<AnswerPair> pairs) {
        return pairs.stream()
                .<PreferenceOutcome>map(pair -> {
                    double sign =
                            Math.signum(pair.first().length() - pair.second().length());
                    double first = (1 + sign) / 2;
                    return new PreferenceOutcome.Compared(new Preference(first, first, Usage.NONE));
                })
                .toList();
    }
}
