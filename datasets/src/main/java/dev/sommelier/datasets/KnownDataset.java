package dev.sommelier.datasets;

import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.format.FolderFormat;
import dev.sommelier.datasets.format.MovieLens100k;
import dev.sommelier.datasets.format.MovieLens100kOfRecBole;
import dev.sommelier.datasets.format.MovieLensCsv;
import dev.sommelier.io.Checksum;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A published data set and its sources in order.
///
/// @param name the name that commands use
/// @param licence what may be done with it
/// @param scale the range of the ratings
/// @param publisher the publisher's name
/// @param archive the publisher's zip archive
/// @param archiveChecksum what its bytes must be; absent where the publisher replaces it from time to time
/// @param wheel a package that carries the files too
/// @param formats the formats in which the files may come
/// @param contentHash the hash of the canonical form of what was published; absent where it changes
record KnownDataset(
        String name,
        String licence,
        RatingScale scale,
        String publisher,
        URI archive,
        Optional<Checksum> archiveChecksum,
        Optional<Wheel> wheel,
        List<FolderFormat> formats,
        Optional<String> contentHash) {
    /// A package for pip's client with the two files.
    record Wheel(String name, String version, FolderFormat format, WheelFile items, WheelFile interactions) {}

    /// A file inside the wheel.
    record WheelFile(String path, Checksum checksum) {}

    private static final String GROUPLENS = "GroupLens";

    static final KnownDataset ML_100K = new KnownDataset(
            "ml-100k",
            "MovieLens 100K by GroupLens: for research, no redistribution; cite doi.org/10.1145/2827872",
            new RatingScale(1, 5, 1),
            GROUPLENS,
            URI.create("https://files.grouplens.org/datasets/movielens/ml-100k.zip"),
            Optional.of(new Checksum("50d2a982c66986937beb9ffb3aa76efe955bf3d5c6b761f4e3a7cd717c6a3229", 4_924_029)),
            Optional.of(new Wheel(
                    "recbole",
                    "1.2.1",
                    new MovieLens100kOfRecBole(),
                    new WheelFile(
                            "recbole/dataset_example/ml-100k/ml-100k.item",
                            new Checksum("51d7cdf777ce5c0f5b32c1d947a4a81fe07d75e78abbe761e0cd4d0756064532", 66_632)),
                    new WheelFile(
                            "recbole/dataset_example/ml-100k/ml-100k.inter",
                            new Checksum(
                                    "4edb74e2a81178c2ba9ff381495f754f996c4aea351b1272ca36b43da0935eff", 1_979_230)))),
            List.of(new MovieLens100k(), new MovieLens100kOfRecBole()),
            Optional.of("283cb8b3b84d30b2a215c4283b6e83b84b07c2ee8d219891d10522dc4b9fb20a"));

    static final KnownDataset ML_LATEST_SMALL = new KnownDataset(
            "ml-latest-small",
            "MovieLens latest small by GroupLens: for research, no commercial use without permission; cite"
                    + " doi.org/10.1145/2827872",
            new RatingScale(0.5, 5, 0.5),
            GROUPLENS,
            URI.create("https://files.grouplens.org/datasets/movielens/ml-latest-small.zip"),
            Optional.empty(),
            Optional.empty(),
            List.of(new MovieLensCsv()),
            Optional.empty());

    static final List<KnownDataset> ALL = List.of(ML_100K, ML_LATEST_SMALL);
}
