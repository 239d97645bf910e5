package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// MovieLens 100K in one of its two forms, which `data get` reads too; here a bad line is an error.
///
/// @param name what `--format` takes
/// @param format how the two files are read
record TwoFiles(String name, FolderFormat format) implements Layout {
    @Override
    public String files() {
        return format.itemsFile() + " and " + format.interactionsFile();
    }

    @Override
    public String licence() {
        return MovieLens.LICENCE;
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return List.of(format.itemsFile(), format.interactionsFile()).stream()
                .allMatch(file -> files.file(file).isPresent());
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var content = format.read(files.required(format.itemsFile()), files.required(format.interactionsFile()));
        return new Imported(content, Optional.of(new RatingScale(1, 5, 1)), Map.of());
    }
}
