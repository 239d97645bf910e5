package dev.sommelier.llm.store;

import java.util.List;
import java.util.Optional;

/// A model of the catalogue.
///
/// @param id the name to ask for it by
/// @param title its name for people
/// @param licence the licence's SPDX identifier, or its name
/// @param file the name of its file in the models folder
/// @param bytes the file's size, exact where the hash is known, otherwise about
/// @param sha256 the file's SHA-256; absent where the hub's own is taken
/// @param contextTokens the length of context that it was trained for
/// @param sources where to fetch it from, in the order to try
public record ModelEntry(
        String id,
        String title,
        String licence,
        String file,
        long bytes,
        Optional<String> sha256,
        int contextTokens,
        List<ModelSource> sources) {
    public ModelEntry {
        sources = List.copyOf(sources);
    }
}
