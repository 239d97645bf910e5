package dev.sommelier.judges.relevance;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Hashes;
import dev.sommelier.judges.relevance.SignalReader.Measured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Measured signals in a tab-separated file, so that a long measurement can be stopped and goes on where it was.
///
/// The first line names what the numbers depend on; a file of other settings is refused. A pair whose signals could not
/// be measured is not written and is tried again. A last line that a kill left torn is dropped.
public final class SignalFile {
    private static final int NAMED = 8;

    private final Path file;
    private final String head;
    private final Map<String, List<Double>> rows = new LinkedHashMap<>();

    private SignalFile(Path file, String head) {
        this.file = file;
        this.head = head;
    }

    /// Opens or begins a file.
    ///
    /// @param facts all that the numbers depend on beside the pair
    /// @throws SommelierException if the file was made under other settings or cannot be read
    public static SignalFile open(Path file, SignalReader reader, Map<String, String> facts) {
        return open(file, head(reader, facts));
    }

    /// Opens or begins the file of a folder whose name tells the settings, so that other settings have another file.
    ///
    /// @param facts all that the numbers depend on beside the pair
    /// @throws SommelierException if the folder cannot be written or the file cannot be read
    public static SignalFile in(Path folder, SignalReader reader, Map<String, String> facts) {
        var head = head(reader, facts);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        var name = "signals-" + reader.wanted().getFirst() + "-"
                + Hashes.sha256(head).substring(0, NAMED) + ".tsv";
        return open(folder.resolve(name), head);
    }

    private static String head(SignalReader reader, Map<String, String> facts) {
        return ("# signals " + String.join(" ", reader.wanted()) + " | " + reader.facts() + " | " + facts)
                .replaceAll("\\s+", " ");
    }

    private static SignalFile open(Path file, String head) {
        var opened = new SignalFile(file, head);
        try {
            if (Files.exists(file)) {
                opened.load(Files.readString(file));
            } else {
                Files.writeString(file, head + "\n");
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
        return opened;
    }

    private void load(String text) throws IOException {
        int whole = text.lastIndexOf('\n') + 1;
        var lines = text.substring(0, whole).split("\n", -1);
        if (!lines[0].equals(head)) {
            throw new SommelierException(file + " holds signals of other settings (\"" + lines[0] + "\"), wanted are \""
                    + head + "\"; name another file.");
        }
        for (int i = 1; i < lines.length - 1; i++) {
            var cells = lines[i].split("\t", -1);
            if (cells.length != cells(lines[0])) {
                throw new SommelierException(file + ":" + (i + 1) + ": expected " + cells(lines[0])
                        + " tab-separated fields, got " + cells.length + "; delete the line or name another file.");
            }
            var values = new ArrayList<Double>();
            for (int c = 2; c < cells.length; c++) {
                values.add(number(cells[c], i + 1));
            }
            rows.put(key(cells[0], cells[1]), values);
        }
        if (whole < text.length()) {
            Files.writeString(file, text.substring(0, whole));
        }
    }

    /// Topic, document and one number for each signal that the first line names.
    private static int cells(String head) {
        return head.substring(0, head.indexOf(" | ")).split(" ", -1).length;
    }

    private double number(String cell, int line) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new SommelierException(
                    file + ":" + line + ": expected a number, got \"" + cell + "\"; delete the line.", e);
        }
    }

    /// The signals of each pair, in order; only those that the file lacks are measured.
    ///
    /// @param batch how many pairs are measured together and then written
    /// @param progress receives the number of pairs that are there
    public List<Measured> measure(List<RelevancePair> pairs, SignalReader reader, int batch, IntConsumer progress) {
        var missing =
                pairs.stream().filter(pair -> !rows.containsKey(key(pair))).toList();
        var failed = new LinkedHashMap<String, Measured>();
        for (int from = 0; from < missing.size(); from += batch) {
            progress.accept(pairs.size() - missing.size() + from);
            var part = missing.subList(from, Math.min(missing.size(), from + batch));
            var measured = reader.measure(part);
            var lines = new StringBuilder();
            for (int i = 0; i < part.size(); i++) {
                var values = measured.get(i).values();
                if (measured.get(i).failure().isPresent()) {
                    failed.put(key(part.get(i)), measured.get(i));
                    continue;
                }
                rows.put(key(part.get(i)), values);
                lines.append(key(part.get(i)));
                values.forEach(value -> lines.append('\t').append(value));
                lines.append('\n');
            }
            append(lines.toString());
        }
        progress.accept(pairs.size());
        return pairs.stream()
                .map(pair -> failed.containsKey(key(pair))
                        ? failed.getOrDefault(key(pair), new Measured(List.of(), Optional.empty()))
                        : new Measured(rows.getOrDefault(key(pair), List.of()), Optional.empty()))
                .toList();
    }

    private void append(String lines) {
        try {
            Files.write(file, lines.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static SommelierException unusable(Path file, IOException cause) {
        return new SommelierException(
                "cannot use " + file + " for signals (" + cause.getMessage() + "); check the path and the disk.",
                cause);
    }

    private static String key(RelevancePair pair) {
        return key(pair.topic().id(), pair.document().id());
    }

    private static String key(String topic, String document) {
        return topic + "\t" + document;
    }
}
