package dev.sommelier.recommenders.store;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/// Writes and reads models; the format is `docs/model-file.md`.
///
/// ```java
/// AtomicFiles.write(file, temporary -> {
///     try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
///         ModelFile.write(channel, ease.stored().withProvenance(facts));
///     }
/// });
/// var scorer = TopNModels.load(ModelFile.read(file), catalog);
/// ```
public final class ModelFile {
    /// The version of the format that is written, and the only one that is read.
    public static final int VERSION = 1;

    static final byte[] MAGIC = {'S', 'O', 'M', 'M', 'O', 'D', 'E', 'L'};
    /// Magic, version, header length, file length, checksum, zeros.
    static final int PREFIX = 32;
    /// Arrays begin at multiples of this.
    static final int ALIGNMENT = 64;
    /// The array of item ids, which every file has.
    static final String ITEMS = "catalogue.items";

    private ModelFile() {}

    /// Writes a model to an empty file that is open for writing. The prefix is written last, so a file that was not
    /// finished is not taken for a model.
    public static void write(SeekableByteChannel channel, StoredModel model) throws IOException {
        new ModelWriter(channel).write(model);
    }

    /// Maps a model file. The file must stay as it is while the model is in use; a replacement by a move is no change.
    ///
    /// @throws SommelierException if the file cannot be read, is not a model file, of another version, cut off or
    ///     damaged
    public static StoredModel read(Path file) {
        return new ModelReader(file).read();
    }
}
