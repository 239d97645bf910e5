package dev.sommelier.experiments.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text to HTML and back-stops against data that looks like markup.
final class Html {
    private static final Pattern PLACEHOLDER = Pattern.compile("%%([A-Z_]+)%%");
    private static final Pattern SCRIPT_END = Pattern.compile("</(script)", Pattern.CASE_INSENSITIVE);

    private Html() {}

    /// Text as it may stand between tags and inside quoted attributes.
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(allowed(c) ? c : '\uFFFD');
            }
        }
        return escaped.toString();
    }

    private static boolean allowed(char c) {
        return c == '\n' || c == '\t' || !Character.isISOControl(c);
    }

    /// A figure with a true minus sign.
    static String figure(String figure) {
        return escape(figure).replace('-', '−');
    }

    /// JSON as it may stand inside a script element: no character that HTML or JavaScript reads specially.
    static String jsonInScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /// JavaScript as it may stand inside a script element. `</script` and `<!--` occur in string literals only, where
    /// the added backslash changes nothing.
    static String script(String javaScript) {
        return SCRIPT_END.matcher(javaScript).replaceAll("<\\\\/$1").replace("<!--", "<\\!--");
    }

    /// Fills `%%NAME%%` placeholders in, once: a value that looks like a placeholder stays as it is.
    ///
    /// @throws IllegalArgumentException if the template names an unknown value
    static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            var value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for %%" + match.group(1) + "%%");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
