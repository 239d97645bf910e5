package dev.sommelier.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A versioned prompt, kept as a resource file and rendered strictly. Immutable.
///
/// ```
/// var template = PromptTemplate.load("surrogate-user");
/// var prompt = template.render(Map.of("history", Value.data(titles)));
/// prompt.system().text();
/// ```
public final class PromptTemplate {
    private static final String SYSTEM = "---system---\n";
    private static final String USER = "---user---\n";

    private final String id;
    private final String version;
    private final String hash;
    private final TemplateSection system;
    private final TemplateSection user;

    private PromptTemplate(String id, String version, String hash, TemplateSection system, TemplateSection user) {
        this.id = id;
        this.version = version;
        this.hash = hash;
        this.system = system;
        this.user = user;
    }

    /// The template from `prompts/ID.vN.txt` on the class path.
    ///
    /// @param reference `ID` for the newest version (versions count up from 1 without gaps), or `ID@N`
    /// @throws IllegalArgumentException if there is no such template
    public static PromptTemplate load(String reference) {
        int at = reference.indexOf('@');
        if (at >= 0) {
            var id = reference.substring(0, at);
            var version = reference.substring(at + 1);
            var source = read(id, version);
            if (source == null) {
                throw unknown(reference);
            }
            return parse(id, version, source);
        }
        int newest = 1;
        var source = read(reference, "1");
        if (source == null) {
            throw unknown(reference);
        }
        for (var next = read(reference, "2"); next != null; next = read(reference, Integer.toString(newest + 1))) {
            source = next;
            newest++;
        }
        return parse(reference, Integer.toString(newest), source);
    }

    private static IllegalArgumentException unknown(String reference) {
        return new IllegalArgumentException("no prompt template \"" + reference
                + "\" on the class path; templates are resources named prompts/ID.vN.txt, asked for as ID or ID@N");
    }

    /// A template from its text.
    ///
    /// @param source the sections `---system---` (may be left out) and `---user---`, each marker on a line of its own
    /// @throws IllegalArgumentException if the text has no user section, or text before the first marker
    public static PromptTemplate parse(String id, String version, String source) {
        var where = id + "@" + version;
        var text = source.replace("\r\n", "\n");
        boolean hasSystem = text.startsWith(SYSTEM);
        int userAt = text.startsWith(USER) ? 0 : text.indexOf("\n" + USER) + 1;
        boolean hasUser = text.startsWith(USER) || (hasSystem && userAt > 0);
        if (!hasUser) {
            throw new IllegalArgumentException(
                    where + ": a template starts with ---system--- or ---user--- and has a ---user--- section");
        }
        var system = hasSystem ? text.substring(SYSTEM.length(), userAt) : "";
        var user = text.substring(userAt + USER.length());
        return new PromptTemplate(
                id,
                version,
                Sha256.of(text),
                TemplateSection.parse(where, system.strip()),
                TemplateSection.parse(where, user.strip()));
    }

    /// The template's id.
    public String id() {
        return id;
    }

    /// The template's version.
    public String version() {
        return version;
    }

    /// SHA-256 of the template's text (line ends as `\n`), in hexadecimal.
    public String hash() {
        return hash;
    }

    /// The names of all variables, in order of first appearance.
    public Set<String> variables() {
        var names = new LinkedHashSet<String>();
        Stream.of(system, user).flatMap(section -> section.variables().stream()).forEach(v -> names.add(v.name()));
        return names;
    }

    /// Fills every variable in.
    ///
    /// @param values one value for each of [#variables()], and no other
    /// @throws IllegalArgumentException if a variable is missing, unknown, or of the wrong kind
    public RenderedPrompt render(Map<String, Value> values) {
        var where = id + "@" + version;
        var missing = new LinkedHashSet<>(variables());
        missing.removeAll(values.keySet());
        var unknown = new LinkedHashSet<>(values.keySet());
        unknown.removeAll(variables());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalArgumentException(where + ": the template's variables are " + variables() + "; missing "
                    + missing + ", unknown " + unknown);
        }
        return new RenderedPrompt(
                new Prompt(id, version, hash, system.render(where, values)),
                new Prompt(id, version, hash, user.render(where, values)));
    }

    private static @Nullable String read(String id, String version) {
        if (!id.matches("[A-Za-z0-9-]+") || !version.matches("[0-9]+")) {
            return null;
        }
        var path = "prompts/" + id + ".v" + version + ".txt";
        try (InputStream in = PromptTemplate.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
