package dev.sommelier.cli.wiring;

import dev.sommelier.agent.AgentOptions;
import dev.sommelier.agent.Decider;
import dev.sommelier.agent.SurrogateUser;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.Split;
import dev.sommelier.io.Home;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.encode.CachedEncoder;
import dev.sommelier.llm.encode.MiniLmEncoder;
import dev.sommelier.tools.AttributeWeights;
import dev.sommelier.tools.HeldOut;
import dev.sommelier.tools.ToolBox;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A data set with its split: what comparisons are made on.
///
/// @param dataset the data
/// @param split leave-last-out
/// @param seed the one seed of everything random
public record Study(Dataset dataset, Split split, long seed) {
    /// Splits a data set.
    public static Study of(Dataset dataset, long seed) {
        return new Study(dataset, Split.leaveLastOut(dataset), seed);
    }

    /// The text encoder: vectors of texts that were encoded before come from the cache, the model is loaded for others.
    public static Supplier<TextEncoder> encoder() {
        return new Supplier<>() {
            private Optional<TextEncoder> opened = Optional.empty();

            @Override
            public TextEncoder get() {
                if (opened.isEmpty()) {
                    opened = Optional.of(new CachedEncoder(
                            MiniLmEncoder.NAME, MiniLmEncoder::new, CachedEncoder.file(Home.fromEnvironment())));
                }
                return opened.get();
            }
        };
    }

    /// The agent's tools over a base recommender: the attributes' weights are tuned on the validation part with the
    /// base
    /// fitted on the training part, then the base is the one fitted on both.
    ///
    /// @param base fitted on train and validation
    /// @param kind what base is, to fit it on the training part
    public ToolBox tools(ItemScorer base, Classics kind, Supplier<TextEncoder> encoder, Progress progress) {
        progress.update("Tuning the attribute weights", 0, 1);
        var onTrain = kind.train(split.train(), encoder, seed);
        var heldOut = split.validation().entrySet().stream()
                .map(entry -> new HeldOut(
                        split.historyBeforeValidation(entry.getKey()),
                        entry.getValue().item()))
                .toList();
        var weights = heldOut.isEmpty()
                ? AttributeWeights.uniform(split.catalog(), 0.5)
                : AttributeWeights.tune(onTrain, heldOut, AttributeWeights.GRID);
        progress.update("Tuning the attribute weights", 1, 1);
        return new ToolBox(base, weights);
    }

    /// A surrogate user with these tools.
    public SurrogateUser agent(ToolBox tools, Decider decider, AgentOptions options) {
        return new SurrogateUser(tools, decider, options.withScale(dataset.scale()));
    }

    /// The users to ask about: all test users when fewer than `n` have a test item.
    public List<String> sample(int n) {
        return split.sampleTestUsers(Math.min(n, split.test().size()), seed);
    }
}
