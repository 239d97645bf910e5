package dev.sommelier.datasets.format;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The column names of a file.
///
/// @param file the file as the caller named it
/// @param names the names, without the types that RecBole appends
/// @param types RecBole's types (`token`, `token_seq`, ...) where it wrote the file; else empty
record Header(Path file, List<String> names, List<String> types) {
    private static final Pattern TYPED = Pattern.compile("(.+):(token|token_seq|float|float_seq)");

    static Header of(Row row) {
        var raw = row.fields().stream().map(String::strip).toList();
        var typed = raw.stream().map(TYPED::matcher).filter(Matcher::matches).toList();
        boolean all = typed.size() == raw.size();
        var names = all ? typed.stream().map(part -> part.group(1)).toList() : raw;
        var types = all ? typed.stream().map(part -> part.group(2)).toList() : List.<String>of();
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name)) {
                throw row.error("column names must be distinct", name, "rename one of the two columns");
            }
        }
        return new Header(row.file(), names, types);
    }

    /// What stands between the values of a column: RecBole has spaces in sequences and one value elsewhere.
    ///
    /// @param otherwise the separator in files of others
    Optional<String> separator(int column, String otherwise) {
        if (types.isEmpty()) {
            return Optional.of(otherwise);
        }
        return types.get(column).endsWith("_seq") ? Optional.of(" ") : Optional.empty();
    }

    /// The position of the first of these columns that exists.
    Optional<Integer> find(List<String> candidates) {
        return candidates.stream().map(names::indexOf).filter(i -> i >= 0).findFirst();
    }

    /// The position of a column that must exist.
    ///
    /// @param role what the column is for
    /// @param next how the reader may name another column
    int require(String role, List<String> candidates, String next) {
        return find(candidates)
                .orElseThrow(() -> new SommelierException(file + ":1: no column \"" + candidates.getFirst()
                        + "\" for the " + role + ", the columns are " + String.join(", ", names) + "; " + next));
    }
}
