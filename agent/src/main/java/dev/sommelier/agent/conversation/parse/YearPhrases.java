package dev.sommelier.agent.conversation.parse;

import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Years, decades and ranges of years in words: `the 90s`, `before 1990`, `not before 1990`, `between 1980 and 1985`.
final class YearPhrases {
    private static final int LOW = Integer.MIN_VALUE;
    private static final int HIGH = Integer.MAX_VALUE;
    private static final String NO =
            "(?<no>\\b(?:not|no|nothing|never|don't want|without|except)\\b[ \\w']{0,14}?\\s+)?";
    private static final String YEAR = "(?<year>1[89][0-9]{2}|20[0-9]{2})";
    private static final Map<String, Integer> NAMED = Map.of(
            "twenties",
            1920,
            "thirties",
            1930,
            "forties",
            1940,
            "fifties",
            1950,
            "sixties",
            1960,
            "seventies",
            1970,
            "eighties",
            1980,
            "nineties",
            1990);
    private static final String FILLER = "(?:(?:from|in|of|made in|released in|during|year)\\s+)?(?:the\\s+)?";

    private record Rule(Pattern pattern, Function<MatchResult, int[]> range) {}

    private static final List<Rule> RULES = List.of(
            rule("(?:between|from)\\s+" + YEAR + "\\s+(?:and|to|until|till)\\s+(?<to>[12][0-9]{3})\\b", m ->
                    new int[] {number(m, "year"), number(m, "to")}),
            rule("\\b" + YEAR + "\\s*[-\u2013]\\s*(?<to>[12][0-9]{3})\\b", m ->
                    new int[] {number(m, "year"), number(m, "to")}),
            rule("\\b(?:before|older than|earlier than|pre-?)\\s*(?:the\\s+)?" + YEAR + "(?<s>'?s)?\\b", m ->
                    new int[] {LOW, number(m, "year") - 1}),
            rule("\\b(?:after|newer than|later than|more recent than|post-?)\\s*" + YEAR + "\\b", m ->
                    new int[] {number(m, "year") + 1, HIGH}),
            rule("\\b(?:since|from|no older than)\\s+" + YEAR + "\\s+(?:on|onwards?|or later)\\b", m ->
                    new int[] {number(m, "year"), HIGH}),
            rule("\\b(?:since|starting|at least|no older than|no earlier than)\\s+" + YEAR + "\\b", m ->
                    new int[] {number(m, "year"), HIGH}),
            rule("\\b(?:until|till|up to|at most|no newer than|no later than)\\s+" + YEAR + "\\b", m ->
                    new int[] {LOW, number(m, "year")}),
            rule(
                    "\\b" + FILLER + "(?:early\\s+|late\\s+|mid\\s+)?'?(?<year>1[89][0-9]0|20[0-9]0)'?s\\b",
                    m -> decade(number(m, "year"))),
            rule("\\b" + FILLER + "'?(?<year>[2-9]0)'?s\\b", m -> decade(1900 + number(m, "year"))),
            rule(
                    "\\b" + FILLER + "(?<year>"
                            + String.join("|", NAMED.keySet().stream().sorted().toList()) + ")\\b",
                    m -> decade(NAMED.getOrDefault(m.group("year"), 1990))),
            rule("\\b(?:from|in|of|year|made in|released in)\\s+(?:the year\\s+)?" + YEAR + "\\b(?!\\s*\\))", m ->
                    new int[] {number(m, "year"), number(m, "year")}),
            rule("^\\s*" + YEAR + "\\s*$", m -> new int[] {number(m, "year"), number(m, "year")}));

    private YearPhrases() {}

    /// Takes the phrases out of a line.
    ///
    /// @param lower the line in lower case, of the same length as the line
    static List<Constraint> take(String lower, Words words, String attribute) {
        var found = new ArrayList<Constraint>();
        var left = new StringBuilder(lower);
        for (var rule : RULES) {
            var matcher = rule.pattern().matcher(left.toString());
            while (matcher.find()) {
                if (inParentheses(lower, matcher.start("year"))) {
                    continue;
                }
                int[] range = rule.range().apply(matcher.toMatchResult());
                boolean negated = matcher.group("no") != null;
                if (range[0] <= range[1]) {
                    found.add(positive(new Constraint.Range(attribute, range[0], range[1], negated)));
                }
                words.takeCharacters(matcher.start(), matcher.end());
                left.replace(matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
            }
        }
        return found;
    }

    /// "Not before 1990" is 1990 or later, which an item without a year does not meet.
    private static Constraint positive(Constraint.Range range) {
        if (!range.negated() || (range.from() != LOW && range.to() != HIGH)) {
            return range;
        }
        return range.from() == LOW
                ? new Constraint.Range(range.attribute(), range.to() + 1, HIGH, false)
                : new Constraint.Range(range.attribute(), LOW, range.from() - 1, false);
    }

    private static boolean inParentheses(String line, int at) {
        return at > 0 && line.charAt(at - 1) == '(';
    }

    private static Rule rule(String regex, Function<MatchResult, int[]> range) {
        return new Rule(Pattern.compile(NO + regex), range);
    }

    private static int number(MatchResult match, String group) {
        return Integer.parseInt(match.group(group));
    }

    private static int[] decade(int first) {
        return new int[] {first, first + 9};
    }
}
