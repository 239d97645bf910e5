package dev.sommelier.datasets.collection;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TREC's SGML: blocks such as `<DOC> ... </DOC>`, whose fields need no end tag.
final class Sgml {
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private Sgml() {}

    static boolean begins(String line, String tag) {
        return line.strip().regionMatches(true, 0, "<" + tag + ">", 0, tag.length() + 2);
    }

    /// Calls back with each block and the line on which it began.
    static void blocks(Lines lines, String tag, BiConsumer<String, Long> block) {
        var text = new StringBuilder();
        long began = 0;
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            var line = next.get();
            if (began == 0 && begins(line, tag)) {
                began = lines.number();
            }
            if (began > 0) {
                text.append(line).append('\n');
            } else if (!line.isBlank()) {
                throw lines.failure("expected <" + tag + ">, got " + Lines.shown(line) + "; mend the file there");
            }
            if (began > 0 && ends(line, tag)) {
                block.accept(text.toString(), began);
                text.setLength(0);
                began = 0;
            }
        }
        if (began > 0) {
            throw lines.failure("expected </" + tag + "> for the <" + tag + "> of line " + began
                    + ", got the end of the file; copy the file again");
        }
    }

    private static boolean ends(String line, String tag) {
        var end = "</" + tag + ">";
        var stripped = line.strip();
        return stripped.regionMatches(true, stripped.length() - end.length(), end, 0, end.length());
    }

    /// The text from a tag to its end tag, or to the next of the tags that may follow.
    static Optional<String> field(String block, String tag, String followers) {
        Matcher found = Pattern.compile(
                        "<" + tag + ">(.*?)(?=</" + tag + ">|<(?:" + followers + ")>|\\z)",
                        Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(block);
        var text = new StringBuilder();
        while (found.find()) {
            text.append(found.group(1)).append('\n');
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(plain(text.toString()));
    }

    /// Without tags and the entities of mark-up, white space as single blanks.
    static String plain(String text) {
        return TAG.matcher(text)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
