package dev.sommelier.agent;

import dev.sommelier.core.RatingScale;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How the surrogate user works.
///
/// @param budget what one user may cost
/// @param historyLength how many of the last items the model is shown
/// @param shown how many new items an observation names
/// @param choices how many candidates the final choice offers at least, where there are as many
/// @param judged how many candidates `rank myself` puts in order
/// @param thoughtCharacters the length of a thought; 0 for none
/// @param valuesOffered how many values of each attribute can be asked for
/// @param scale the data set's ratings, shown beside the titles; empty where the data are implicit
public record AgentOptions(
        AgentBudget budget,
        int historyLength,
        int shown,
        int choices,
        int judged,
        int thoughtCharacters,
        int valuesOffered,
        Optional<RatingScale> scale) {
    /// The defaults: a history of 10 as in ToolRec, and sizes that keep a user within the default budget.
    public static final AgentOptions DEFAULT =
            new AgentOptions(AgentBudget.DEFAULT, 10, 5, 15, 5, 40, 24, Optional.empty());

    public AgentOptions {
        if (historyLength < 1 || shown < 1 || choices < 1 || judged < 2 || thoughtCharacters < 0 || valuesOffered < 0) {
            throw new IllegalArgumentException("history length, shown and choices are at least 1, judged at least 2,"
                    + " the others at least 0; got " + historyLength + ", " + shown + ", " + choices + ", " + judged
                    + ", " + thoughtCharacters + ", " + valuesOffered);
        }
    }

    /// The same with another budget.
    public AgentOptions withBudget(AgentBudget other) {
        return new AgentOptions(other, historyLength, shown, choices, judged, thoughtCharacters, valuesOffered, scale);
    }

    /// The same for explicit ratings on a scale, or for implicit data.
    public AgentOptions withScale(Optional<RatingScale> other) {
        return new AgentOptions(budget, historyLength, shown, choices, judged, thoughtCharacters, valuesOffered, other);
    }

    /// The same with another length of thoughts.
    public AgentOptions withThoughtCharacters(int other) {
        return new AgentOptions(budget, historyLength, shown, choices, judged, other, valuesOffered, scale);
    }

    /// All settings by name, for provenance.
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("rounds", Integer.toString(budget.rounds()));
        facts.put("prompt tokens", Long.toString(budget.promptTokens()));
        facts.put("generated tokens", Long.toString(budget.generatedTokens()));
        facts.put("seconds", Long.toString(budget.time().toSeconds()));
        facts.put("history length", Integer.toString(historyLength));
        facts.put("shown", Integer.toString(shown));
        facts.put("choices", Integer.toString(choices));
        facts.put("judged", Integer.toString(judged));
        facts.put("thought characters", Integer.toString(thoughtCharacters));
        facts.put("values offered", Integer.toString(valuesOffered));
        return facts;
    }
}
