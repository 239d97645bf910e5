package dev.sommelier.cli.commands;

import dev.sommelier.evaluation.significance.CorrectedTest;
import dev.sommelier.evaluation.significance.Correction;
import dev.sommelier.evaluation.significance.FamilyTest;
import dev.sommelier.evaluation.significance.PairedT;
import dev.sommelier.evaluation.significance.Randomisation;
import dev.sommelier.evaluation.significance.SignTest;
import dev.sommelier.evaluation.significance.StudentisedTukeyHsd;
import dev.sommelier.evaluation.significance.TukeyHsd;
import dev.sommelier.evaluation.significance.WilcoxonSignedRank;
import picocli.CommandLine.Option;

/// How differences are tested, for all commands that test.
final class TestOptions {
    private static final int DRAWS = 10_000;

    @Option(
            names = "--correction",
            paramLabel = "RULE",
            defaultValue = "BENJAMINI_HOCHBERG",
            description = "How p-values are corrected for the number of pairs: ${COMPLETION-CANDIDATES} (default:"
                    + " ${DEFAULT-VALUE}).")
    Correction correction = Correction.BENJAMINI_HOCHBERG;

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.05",
            description = "A corrected p-value below it is significant (default: ${DEFAULT-VALUE}).")
    double level;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Resamples of the bootstrap over topics (default: ${DEFAULT-VALUE}).")
    int resamples;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The seed of everything random (default: ${DEFAULT-VALUE}).")
    long seed;

    /// The tests that a user may name.
    enum Kind {
        T,
        WILCOXON,
        SIGN,
        RANDOMISATION,
        TUKEY,
        STUDENTISED_TUKEY
    }

    FamilyTest test(Kind kind) {
        return switch (kind) {
            case T -> new CorrectedTest(new PairedT(), correction);
            case WILCOXON -> new CorrectedTest(new WilcoxonSignedRank(), correction);
            case SIGN -> new CorrectedTest(new SignTest(), correction);
            case RANDOMISATION -> new CorrectedTest(new Randomisation(DRAWS, seed), correction);
            case TUKEY -> new TukeyHsd(DRAWS, seed);
            case STUDENTISED_TUKEY -> new StudentisedTukeyHsd();
        };
    }

    /// What is wrong with the values, empty if nothing is.
    String wrong() {
        if (resamples < 1) {
            return "--resamples must be at least 1, got " + resamples;
        }
        return level > 0 && level < 1 ? "" : "--level must be between 0 and 1, got " + level;
    }
}
