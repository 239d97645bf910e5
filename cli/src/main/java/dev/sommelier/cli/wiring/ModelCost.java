package dev.sommelier.cli.wiring;

import dev.sommelier.llm.budget.MeteredModel;
import java.util.Locale;

/// What a command's calls of a model cost.
///
/// @param calls calls that the model answered
/// @param cachedCalls calls that the response cache answered, which cost nothing
/// @param promptTokens prompt tokens that were read
/// @param sharedTokens prompt tokens that were reused
/// @param generatedTokens tokens that were written
/// @param seconds wall time in the calls
/// @param money by the prices given; 0 without
public record ModelCost(
        long calls,
        long cachedCalls,
        long promptTokens,
        long sharedTokens,
        long generatedTokens,
        double seconds,
        double money) {
    /// Without a model.
    public static final ModelCost NONE = new ModelCost(0, 0, 0, 0, 0, 0, 0);

    private static final double MILLIS = 1e3;

    static ModelCost of(MeteredModel.Spent spent, long cachedCalls) {
        var usage = spent.usage();
        return new ModelCost(
                usage.calls(),
                cachedCalls,
                usage.promptTokens(),
                usage.sharedTokens(),
                usage.generatedTokens(),
                usage.time().toMillis() / MILLIS,
                spent.money());
    }

    /// In a few words, for progress; empty before the first call.
    String brief() {
        if (calls + cachedCalls == 0) {
            return "";
        }
        return String.format(Locale.ROOT, "%,d calls, %,d tokens", calls, promptTokens + generatedTokens)
                + (cachedCalls > 0 ? String.format(Locale.ROOT, ", %,d cached", cachedCalls) : "")
                + (money > 0 ? String.format(Locale.ROOT, ", %.4f money", money) : "");
    }

    /// In one line.
    public String line() {
        if (calls + cachedCalls == 0) {
            return "none";
        }
        return String.format(
                        Locale.ROOT,
                        "%,d in %.1f s, %,d prompt tokens read and %,d reused, %,d generated",
                        calls,
                        seconds,
                        promptTokens,
                        sharedTokens,
                        generatedTokens)
                + (cachedCalls > 0 ? String.format(Locale.ROOT, "; %,d answered from the cache", cachedCalls) : "")
                + (money > 0 ? String.format(Locale.ROOT, "; money %.4f", money) : "");
    }

    /// As the last line of a result for people; empty without calls.
    public String text() {
        return calls + cachedCalls == 0 ? "" : "Model calls: " + line() + "\n";
    }
}
