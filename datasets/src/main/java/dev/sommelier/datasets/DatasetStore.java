package dev.sommelier.datasets;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.filter.Filter;
import dev.sommelier.datasets.filter.Filtering;
import dev.sommelier.datasets.format.ColumnMapping;
import dev.sommelier.datasets.format.Content;
import dev.sommelier.datasets.format.Layout;
import dev.sommelier.datasets.format.MappedFiles;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Downloader;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Home;
import dev.sommelier.io.Progress;
import dev.sommelier.io.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The named data sets of this machine: one folder each, with the canonical files `items.tsv` and `interactions.tsv`
/// and
/// `provenance.json`.
///
/// ```java
/// var store = new DatasetStore(Home.fromEnvironment());
/// var fetched = store.get("ml-100k", Optional.empty(), Progress.silent());
/// var split = Split.leaveLastOut(fetched.dataset());
/// ```
///
/// The **content hash** is the SHA-256 of two lines, `HASH  items.tsv` and `HASH  interactions.tsv`, as `sha256sum`
/// lists
/// them; the same content gives the same hash whichever source served it. A data set appears whole or not at all.
public final class DatasetStore {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String MANIFEST = "provenance.json";
    private static final String OWN_LICENCE = "your own data";

    private final Home home;
    private final Sources sources;
    private final List<KnownDataset> known;

    /// The data sets under this home.
    public DatasetStore(Home home) {
        this(home, new Downloader(), "python3");
    }

    /// With a downloader and a Python command of one's own.
    ///
    /// @param python the command that has pip as a module
    public DatasetStore(Home home, Downloader downloader, String python) {
        this(home, downloader, python, KnownDataset.ALL);
    }

    DatasetStore(Home home, Downloader downloader, String python, List<KnownDataset> known) {
        this.home = home;
        this.sources = new Sources(home.cache().resolve("downloads"), downloader, python);
        this.known = List.copyOf(known);
    }

    /// Opens a data set that is here.
    ///
    /// @throws SommelierException if it is unknown, not fetched yet, or its files were changed
    public Dataset open(String name) {
        if (!isHere(name)) {
            throw notHere(name);
        }
        var manifest = Manifest.read(folder(name).resolve(MANIFEST));
        if (!CanonicalFiles.hash(folder(name)).equals(manifest.contentHash())) {
            throw new SommelierException("data set " + name + ": the files in " + folder(name)
                    + " were changed or damaged; delete that folder and get or add the data set again");
        }
        return new Dataset(
                name,
                new Catalog(CanonicalFiles.items(folder(name)), manifest.attributes()),
                CanonicalFiles.interactions(folder(name)),
                manifest.ratingScale(),
                manifest.licence(),
                manifest.source(),
                manifest.contentHash());
    }

    /// Opens a data set that is here; a known one that is not is fetched first.
    ///
    /// @throws SommelierException if it is unknown, its files were changed, or no source serves it
    public Dataset openOrGet(String name, Progress progress) {
        return isHere(name) || findKnown(name).isEmpty()
                ? open(name)
                : get(name, Optional.empty(), progress).dataset();
    }

    /// The known data sets, then a person's own by name.
    ///
    /// @throws SommelierException if the folder cannot be read
    public List<DatasetInfo> list() {
        var list = new ArrayList<DatasetInfo>();
        for (var one : known) {
            list.add(new DatasetInfo(one.name(), one.licence(), manifest(one.name())));
        }
        for (var name : stored()) {
            if (findKnown(name).isEmpty()) {
                manifest(name).ifPresent(m -> list.add(new DatasetInfo(name, m.licence(), Optional.of(m))));
            }
        }
        return list;
    }

    /// Fetches a known data set, or opens it when it is here: the publisher over HTTPS, then pip's client. Where a
    /// local
    /// path is given, that alone is used, and what was here is replaced.
    ///
    /// @param localPath a folder or zip archive with the data set's files
    /// @throws SommelierException if the name is unknown or no source serves it
    public Fetched get(String name, Optional<Path> localPath, Progress progress) {
        var wanted = findKnown(name).orElseThrow(() -> unknown(name));
        if (localPath.isEmpty() && isHere(name)) {
            return fetched(wanted, true);
        }
        try (var scratch = Scratch.folderBeside(folder(name))) {
            var served = localPath.isPresent()
                    ? Sources.fromDisk(wanted, localPath.get(), scratch.path())
                    : sources.overTheNetwork(wanted, scratch.path(), progress);
            save(name, served, wanted.licence(), Optional.of(wanted.scale()), Map.of());
        }
        var fetched = fetched(wanted, false);
        if (!fetched.asPublished()) {
            progress.notice("what was read from " + fetched.source() + " is not " + name
                    + " as it was published; results will not compare with others");
        }
        return fetched;
    }

    /// Makes a person's own files a named data set; one of the same name is replaced.
    ///
    /// @throws SommelierException if the name is taken by a known data set or breaks the rule, or a line breaks a rule
    public Dataset add(String name, Path items, Path interactions, ColumnMapping map) {
        return add(name, items, interactions, map, List.of()).dataset();
    }

    /// Makes what filters leave of a person's own files a named data set; one of the same name is replaced.
    ///
    /// @throws SommelierException if the name is taken by a known data set or breaks the rule, or a line breaks a rule,
    ///     or nothing is left
    public Filtered add(String name, Path items, Path interactions, ColumnMapping map, List<Filter> filters) {
        requireOwnName(name);
        var content = MappedFiles.read(items, interactions, map);
        if (content.items().isEmpty() || content.interactions().isEmpty()) {
            throw new SommelierException((content.items().isEmpty() ? items : interactions)
                    + ": expected at least one line after the column names, got none; check the file");
        }
        var details = new LinkedHashMap<String, String>();
        details.put("items", items.toAbsolutePath() + " sha256 " + Hashes.sha256(items));
        details.put("interactions", interactions.toAbsolutePath() + " sha256 " + Hashes.sha256(interactions));
        var scale = content.rated() ? Scales.of(content.interactions()) : Optional.<RatingScale>empty();
        var whole = dataset(name, content, scale, OWN_LICENCE, "your files");
        return store(whole, filters, details);
    }

    /// Makes the files of a published data set, unpacked in a folder, a named data set; one of the same name is
    /// replaced.
    ///
    /// @param format the name of a [Layout]; recognised where absent
    /// @param filters what is to be left out before anything is kept
    /// @throws SommelierException if the name is taken by a known data set or breaks the rule, or the folder is of no
    ///     known format, or nothing is left
    public Added add(String name, Path folder, Optional<String> format, List<Filter> filters) {
        requireOwnName(name);
        var layout = format.map(Layout::named).orElseGet(() -> Layout.recognise(folder));
        var imported = layout.read(folder);
        if (imported.content().interactions().isEmpty()) {
            throw new SommelierException(folder + ": expected at least one interaction in the files of the format "
                    + layout.name() + ", got none; check the files");
        }
        var details = new LinkedHashMap<String, String>();
        details.put("folder", folder.toAbsolutePath().toString());
        details.put("format", layout.name());
        imported.counts().forEach((what, times) -> details.put(what, Long.toString(times)));
        var whole = dataset(
                name, imported.content(), imported.scale(), layout.licence(), "your files, format " + layout.name());
        var filtered = store(whole, filters, details);
        return new Added(filtered, layout.name(), imported.counts());
    }

    private static Dataset dataset(
            String name, Content content, Optional<RatingScale> scale, String licence, String source) {
        return new Dataset(
                name,
                new Catalog(content.items(), content.attributes()),
                content.interactions(),
                scale,
                licence,
                source,
                "");
    }

    /// Makes what filters leave of a data set a named data set; one of the same name is replaced.
    ///
    /// @param from the name of a data set that is here
    /// @throws SommelierException if the name is taken by a known data set or breaks the rule, or nothing is left
    public Filtered filter(String name, String from, List<Filter> filters) {
        requireOwnName(name);
        if (filters.isEmpty()) {
            throw new SommelierException("no filter was given; give at least one, such as --k-core 5");
        }
        var whole = open(from);
        var details = Map.of("filtered from", from + " content sha256 " + whole.contentHash());
        return store(whole.named(name), filters, details);
    }

    /// Keeps what filters leave under the data set's name.
    private Filtered store(Dataset whole, List<Filter> filters, Map<String, String> details) {
        var filtered = whole.filtered(filters);
        var left = filtered.dataset();
        var all = new LinkedHashMap<>(details);
        if (!filters.isEmpty()) {
            all.putAll(details(filtered.steps()));
        }
        var content = new Content(
                left.catalog().items(),
                left.catalog().attributes(),
                left.interactions(),
                left.scale().isPresent());
        save(left.name(), new Sources.Served(content, left.source()), left.licence(), left.scale(), all);
        var stored = left.withContentHash(CanonicalFiles.hash(folder(left.name())));
        return new Filtered(stored, filtered.steps(), filtered.itemsLeftOut());
    }

    private static Map<String, String> details(List<Filtering.Step> steps) {
        var details = new LinkedHashMap<String, String>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            details.put(
                    "step " + i + " " + step.filter(),
                    step.users() + " users, " + step.items() + " items, " + step.interactions() + " interactions");
        }
        return details;
    }

    private void requireOwnName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new SommelierException(
                    "a data set's name has up to 64 lower-case letters, digits, '.', '_' and '-', got \"" + name
                            + "\"; choose another name");
        }
        if (findKnown(name).isPresent()) {
            throw new SommelierException(
                    "\"" + name + "\" is the name of a published data set; choose another name for your own");
        }
    }

    private Fetched fetched(KnownDataset wanted, boolean alreadyHere) {
        var dataset = open(wanted.name());
        boolean asPublished =
                wanted.contentHash().map(dataset.contentHash()::equals).orElse(true);
        return new Fetched(dataset, dataset.source(), dataset.licence(), alreadyHere, asPublished);
    }

    private void save(
            String name,
            Sources.Served served,
            String licence,
            Optional<RatingScale> scale,
            Map<String, String> details) {
        AtomicFiles.writeFolder(folder(name), fresh -> {
            CanonicalFiles.write(fresh, served.content());
            var content = served.content();
            var manifest = new Manifest(
                    name,
                    served.source(),
                    licence,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    CanonicalFiles.hash(fresh),
                    content.attributes(),
                    Manifest.numbers(scale),
                    InteractionTable.of(content.interactions()).users().size(),
                    content.items().size(),
                    content.interactions().size(),
                    details);
            Files.writeString(fresh.resolve(MANIFEST), manifest.toJson());
        });
    }

    private Path folder(String name) {
        return home.datasets().resolve(name);
    }

    private boolean isHere(String name) {
        return NAME.matcher(name).matches() && Files.isRegularFile(folder(name).resolve(MANIFEST));
    }

    private Optional<Manifest> manifest(String name) {
        return isHere(name) ? Optional.of(Manifest.read(folder(name).resolve(MANIFEST))) : Optional.empty();
    }

    private List<String> stored() {
        if (!Files.isDirectory(home.datasets())) {
            return List.of();
        }
        try (var folders = Files.list(home.datasets())) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SommelierException("cannot read " + home.datasets() + "; check its permissions", e);
        }
    }

    private Optional<KnownDataset> findKnown(String name) {
        return known.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private SommelierException notHere(String name) {
        return findKnown(name).isPresent()
                ? new SommelierException(
                        "data set " + name + " is not on this machine yet; run: sommelier data get " + name)
                : unknown(name);
    }

    private SommelierException unknown(String name) {
        var names = list().stream().map(DatasetInfo::name).toList();
        return new SommelierException("there is no data set \"" + name + "\", the known ones are "
                + String.join(", ", names) + "; choose one, or make your own with: sommelier data add");
    }
}
