package dev.sommelier.datasets.format;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The files of a published data set as their publisher hands them out, unpacked in a folder. docs/datasets.md tells of
/// each which files and columns it has, what they mean, and what is left out.
///
/// ```java
/// var layout = Layout.recognise(folder);
/// var imported = layout.read(folder);
/// ```
public sealed interface Layout
        permits AmazonCsv2018,
                AmazonCsv2023,
                AmazonJson2018,
                AmazonJson2023,
                LastFmHetRec,
                LightGcn,
                Mind,
                MovieLensDat,
                MovieLensLargeCsv,
                RecBench,
                SteamReviews,
                TwoFiles,
                Yelp {
    /// All of them, in the order in which a folder is compared with them. `mind-shown` and `recbench-shown` keep what
    /// was shown and not clicked too, and are taken by name alone.
    static List<Layout> all() {
        return List.of(
                new TwoFiles("movielens-100k", new MovieLens100k()),
                new TwoFiles("recbole-ml-100k", new MovieLens100kOfRecBole()),
                new MovieLensDat(),
                new MovieLensLargeCsv(),
                new AmazonJson2018(),
                new AmazonCsv2018(),
                new AmazonJson2023(),
                new AmazonCsv2023(),
                new Yelp(),
                new LastFmHetRec(),
                new LightGcn(),
                new SteamReviews(),
                new Mind(false),
                new RecBench(false),
                new Mind(true),
                new RecBench(true));
    }

    /// What `--format` takes.
    String name();

    /// The files that make it, for people.
    String files();

    /// What may be done with the data and where they come from, in one sentence.
    String licence();

    /// Whether the files are those of this layout.
    boolean fits(Path folder);

    /// Reads the files.
    ///
    /// @throws SommelierException if a file is missing or is something else altogether; single bad lines are counted
    Imported read(Path folder);

    /// The layout of this name.
    ///
    /// @throws SommelierException if there is none
    static Layout named(String name) {
        return all().stream()
                .filter(layout -> layout.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SommelierException("there is no format \"" + name + "\"; choose among "
                        + all().stream().map(Layout::name).collect(Collectors.joining(", "))));
    }

    /// The first layout that a folder's files are of.
    ///
    /// @throws SommelierException if they are of none
    static Layout recognise(Path folder) {
        var files = Folder.of(folder);
        return all().stream()
                .filter(layout -> layout.fits(folder))
                .findFirst()
                .orElseThrow(() -> new SommelierException(folder + ": holds no data set that is known here, got "
                        + files.shown() + "; expected one of: "
                        + all().stream()
                                .map(layout -> layout.name() + " (" + layout.files() + ")")
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + "; for other files use --items and --interactions"));
    }
}
