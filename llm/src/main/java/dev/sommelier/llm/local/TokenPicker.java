package dev.sommelier.llm.local;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/// Chooses the next token among those that are allowed.
sealed interface TokenPicker {
    /// No token is allowed.
    int NONE = -1;

    /// The chosen token, or [#NONE].
    int pick(float[] logits, IntPredicate allowed);

    /// Takes the most probable token, the lower number of equals. Asks of few tokens whether they are allowed: only of
    /// those that beat all before them.
    record Greedy() implements TokenPicker {
        @Override
        public int pick(float[] logits, IntPredicate allowed) {
            int best = NONE;
            for (int token = 0; token < logits.length; token++) {
                if ((best == NONE || logits[token] > logits[best]) && allowed.test(token)) {
                    best = token;
                }
            }
            return best;
        }
    }

    /// Draws a token from the softmax of the logits divided by a temperature.
    record Sampled(double temperature, SplittableRandom random) implements TokenPicker {
        @Override
        public int pick(float[] logits, IntPredicate allowed) {
            int best = new Greedy().pick(logits, allowed);
            if (best == NONE) {
                return NONE;
            }
            double[] cumulative = new double[logits.length];
            double sum = 0;
            for (int token = 0; token < logits.length; token++) {
                if (allowed.test(token)) {
                    sum += Math.exp((logits[token] - logits[best]) / temperature);
                }
                cumulative[token] = sum;
            }
            double drawn = random.nextDouble() * sum;
            for (int token = 0; token < logits.length; token++) {
                if (drawn < cumulative[token]) {
                    return token;
                }
            }
            return best;
        }
    }
}
