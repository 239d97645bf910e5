package dev.sommelier.llm.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The models that were made here: each has a note of its own beside its file, in the catalogue's form.
final class OwnModels {
    private static final String NOTE = ".model.json";

    private final Path folder;

    OwnModels(Path folder) {
        this.folder = folder;
    }

    /// All of them, by name.
    List<ModelEntry> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var notes = files.filter(file -> file.getFileName().toString().endsWith(NOTE))
                    .sorted()
                    .toList();
            var entries = new ArrayList<ModelEntry>();
            for (var note : notes) {
                entries.addAll(read(note));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ModelEntry> find(String id) {
        return list().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static List<ModelEntry> read(Path note) throws IOException {
        try (var in = Files.newInputStream(note)) {
            return ModelCatalog.parse(in).entries();
        } catch (IOException | IllegalArgumentException e) {
            throw new SommelierException(
                    note + " is no note of a model (" + e.getMessage() + "); delete it and requantise again", e);
        }
    }

    /// Writes the note of a model with one source; its file is in place by then.
    void write(ModelEntry entry, ModelSource.Requantised source) {
        var mapper = new ObjectMapper();
        var node = mapper.createArrayNode().addObject();
        node.put("id", entry.id());
        node.put("title", entry.title());
        node.put("licence", entry.licence());
        node.put("file", entry.file());
        node.put("bytes", entry.bytes());
        entry.sha256().ifPresent(hash -> node.put("sha256", hash));
        node.put("contextTokens", entry.contextTokens());
        var from = node.putArray("sources").addObject();
        from.put("requantised", source.from());
        from.put("sha256", source.fromSha256());
        from.put("weights", source.weights().word());
        from.put("engine", source.engine());
        AtomicFiles.write(
                folder.resolve(entry.id() + NOTE),
                ("[" + node.toPrettyString() + "]\n").getBytes(StandardCharsets.UTF_8));
    }
}
