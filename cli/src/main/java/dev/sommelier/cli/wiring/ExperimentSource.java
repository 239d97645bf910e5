package dev.sommelier.cli.wiring;

import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.compare.yaml.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The text of an experiment: a file of the user's, or a preset that comes with the program.
///
/// @param name what messages call it
/// @param stem the name without folder and ending, for the folder of its results
/// @param text the YAML
public record ExperimentSource(String name, String stem, String text) {
    /// The presets of comparisons, in the order to list them.
    public static final List<String> PRESETS = List.of("ml-100k-topn", "ml-100k-ctr", "ml-100k-rating", "llm-rerank");

    /// The presets of searches for hyper-parameters, in the order to list them.
    public static final List<String> SEARCHES = List.of("ml-100k", "ml-latest-small");

    /// The experiment that a command line names.
    ///
    /// @param given a file, or one of [#PRESETS]
    /// @throws SommelierException if it is neither
    public static ExperimentSource of(String given) {
        return of(given, "experiment", "/experiments/", PRESETS);
    }

    /// The search for hyper-parameters that a command line names.
    ///
    /// @param given a file, or one of [#SEARCHES]
    /// @throws SommelierException if it is neither
    public static ExperimentSource search(String given) {
        return of(given, "search", "/tuning/", SEARCHES);
    }

    private static ExperimentSource of(String given, String what, String resources, List<String> presets) {
        var file = Path.of(given);
        if (Files.isRegularFile(file)) {
            return new ExperimentSource(given, stem(file), read(file));
        }
        if (presets.contains(given)) {
            return new ExperimentSource(given + ".yaml", given, preset(resources + given + ".yaml"));
        }
        throw new SommelierException("there is no " + what + " file \"" + given + "\", and no preset of this name; "
                + Nearest.hint(given, presets));
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new SommelierException(file + " is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new SommelierException("cannot read " + file + "; check its permissions", e);
        }
    }

    private static String preset(String path) {
        try (var in = ExperimentSource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
