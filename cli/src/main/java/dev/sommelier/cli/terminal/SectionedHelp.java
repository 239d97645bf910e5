package dev.sommelier.cli.terminal;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Help that lists options under the [Heading] of the class that declares them, in its order. A command's own options
/// come first; where no class has a heading, help is picocli's.
public final class SectionedHelp {
    private SectionedHelp() {}

    /// Gives a command and its subcommands such help.
    public static void addTo(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, SectionedHelp::options);
        line.getSubcommands().values().forEach(SectionedHelp::addTo);
    }

    private static String options(Help help) {
        var shown = help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .toList();
        var sections = new LinkedHashMap<String, List<OptionSpec>>();
        sections.put("", new ArrayList<>());
        shown.forEach(option -> sections.computeIfAbsent(heading(option), heading -> new ArrayList<>())
                .add(option));
        if (sections.size() == 1) {
            return help.optionList();
        }
        var text = new StringBuilder();
        sections.forEach((heading, options) -> {
            if (!heading.isEmpty()) {
                text.append(String.format("%n%s:%n", heading));
            }
            // All options together decide how wide the columns are.
            var layout = help.createDefaultLayout(shown, List.of(), help.colorScheme());
            layout.addOptions(options, help.parameterLabelRenderer());
            text.append(layout);
        });
        return text.toString();
    }

    private static String heading(OptionSpec option) {
        var heading = option.userObject() instanceof Member member
                ? member.getDeclaringClass().getAnnotation(Heading.class)
                : null;
        return heading == null ? "" : heading.value();
    }
}
