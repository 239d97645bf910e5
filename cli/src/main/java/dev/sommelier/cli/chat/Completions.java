package dev.sommelier.cli.chat;

import dev.sommelier.core.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a line may go on with: commands at its start, else the titles that begin as its last words do. Immutable.
final class Completions {
    private static final int SHORTEST = 2;
    private static final int MOST = 100;
    private static final int LONGEST = 2000;

    private record Title(String title, String lower) {}

    private final List<Title> titles;

    Completions(Catalog catalog) {
        this.titles = catalog.items().stream()
                .map(item -> item.title().replaceAll("[\\p{Cc}\\s]+", " "))
                .distinct()
                .map(title -> new Title(title, title.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private Completions(List<Title> titles) {
        this.titles = titles;
    }

    /// Without titles, while the catalogue is loading.
    static Completions ofCommands() {
        return new Completions(List.of());
    }

    /// Where the words begin that are to be completed: after a command, or at the first word from which on the line is
    /// the beginning of a title; else at the last word.
    int start(String line) {
        int end = line.length();
        if (line.startsWith("/") && line.indexOf(' ') < 0) {
            return 0;
        }
        if (end <= LONGEST) {
            for (int from = 0; from < end - SHORTEST + 1; from++) {
                boolean word = from == 0 || !Character.isLetterOrDigit(line.charAt(from - 1));
                if (word && titles(line.substring(from)).findAny().isPresent()) {
                    return from;
                }
            }
        }
        return line.lastIndexOf(' ') + 1;
    }

    /// What the words may become.
    List<String> of(String words, boolean atStart) {
        if (atStart && words.startsWith("/")) {
            return Chat.COMMANDS.stream().filter(one -> one.startsWith(words)).toList();
        }
        return titles(words).limit(MOST).toList();
    }

    private Stream<String> titles(String words) {
        var typed = words.toLowerCase(Locale.ROOT);
        return typed.length() < SHORTEST || typed.isBlank()
                ? Stream.empty()
                : titles.stream()
                        .filter(title -> title.lower().startsWith(typed))
                        .map(Title::title);
    }
}
