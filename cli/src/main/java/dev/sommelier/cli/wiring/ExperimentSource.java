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
    /// The presets, in the order to list them.
    public static final List<String> PRESETS = List.of("ml-100k-topn", "ml-100k-ctr", "ml-100k-rating", "llm-rerank");

    /// The experiment that a command line names.
    ///
    /// @param given a file, or one of [#PRESETS]
    /// @throws SommelierException if it is neither
    public static ExperimentSource of(String given) {
        var file = Path.of(given);
        if (Files.isRegularFile(file)) {
            return new ExperimentSource(given, stem(file), read(file));
        }
        if (PRESETS.contains(given)) {
            return new ExperimentSource(given + ".yaml", given, preset(given));
        }
        throw new SommelierException("there is no experiment file \"" + given + "\", and no preset of this name; "
                + Nearest.hint(given, PRESETS));
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

    private static String preset(String name) {
        var path = "/experiments/" + name + ".yaml";
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
