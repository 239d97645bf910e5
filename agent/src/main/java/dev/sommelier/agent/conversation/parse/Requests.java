package dev.sommelier.agent.conversation.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines, or parts of lines, that are about the conversation or the last list rather than about the catalogue.
final class Requests {
    private static final Map<String, Integer> ORDINALS =
            Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6, "seventh", 7, "eighth", 8);
    private static final String RANK = "(?:the\\s+)?(?:#|number\\s+|no\\.?\\s+|nr\\.?\\s+)?(?<rank>[1-9][0-9]?|"
            + String.join("|", ORDINALS.keySet().stream().sorted().toList()) + ")(?:\\s+(?:one|film|movie|book))?";
    private static final Pattern WHY = Pattern.compile(
            "^(?:but\\s+|and\\s+)?(?:why|how come|explain|what makes you)\\b(?:\\W+(?:not\\s+)?" + RANK + ")?.*$");
    private static final Pattern UNDO =
            Pattern.compile("^(?:undo|take (?:that|it) back|go back|forget (?:that|what i said)|scratch that)\\W*$");
    private static final Pattern MORE = Pattern.compile(
            "^(?:more|show (?:me )?more|some more|next|others?|any(?:thing)? (?:more|else)|what else|go on|another(?: one)?|more please)\\W*$");
    private static final Pattern HELP = Pattern.compile("^(?:help|what can (?:you|i) (?:do|say))\\W*$");
    private static final Pattern GREETING =
            Pattern.compile("^(?:hi|hello|hey|good (?:morning|evening|day)|thanks|thank you|ok|okay|cool|great)\\W*$");
    private static final Pattern START_OVER = Pattern.compile("^(?:start (?:over|again)|reset)\\W*$");
    private static final Pattern YES = Pattern.compile("^(?:yes|yeah|yep|sure|y|i did|i do|of course|certainly)\\b.*$");
    private static final Pattern NO = Pattern.compile("^(?:no|nope|nah|n|not really|i didn't|i don't)\\W*$");
    private static final Pattern INDIFFERENT = Pattern.compile(
            "^(?:any|either|whatever|(?:i )?(?:don't|do not) (?:care|mind|know)|no (?:preference|matter|idea)|doesn't matter|both|anything|skip|not sure|never (?:seen|heard of|read) it|haven't seen it|i haven't|(?:nothing|no) (?:else|more)|that's (?:all|it))\\W*$");
    private static final Pattern ANSWER_FIRST = Pattern.compile("^\\s*([^.;!?]{1,24})[.;!]\\s+\\S");
    private static final Pattern PLACE = Pattern.compile("^" + RANK + "\\W*$");
    private static final Pattern ABOUT_PLACE = Pattern.compile(
            "\\b(?<cue>(?:don't|didn't|do not|did not) like|(?:have |already |i've )*(?:seen|watched|read)|not|hated?|disliked?|liked?|loved?|like|love|enjoyed)\\s+(?:number\\s+|#|the\\s+)(?<rank>[1-9][0-9]?|"
                    + String.join("|", ORDINALS.keySet().stream().sorted().toList()) + ")\\b(?:\\s+one)?");
    private static final Pattern NONE = Pattern.compile(
            "\\b(?:none of (?:them|these|those)|not (?:these|those|them)|nothing of (?:that|these)|i don't like (?:these|those|them|any))\\b");
    private static final Pattern ALL_SEEN =
            Pattern.compile("\\b(?:seen|watched|read|know) (?:them all|all of (?:them|these)|these|those|them)\\b");

    private record CritiqueRule(Pattern pattern, Critique critique) {}

    private static final List<CritiqueRule> CRITIQUES = List.of(
            critique("\\b(?:more (?:recent|modern|current)|newer|less old|not so old|too old)\\b", Critique.NEWER),
            critique(
                    "\\b(?:older|more (?:classic|classical)|less (?:recent|modern)|too (?:new|recent|modern))\\b",
                    Critique.OLDER),
            critique(
                    "\\b(?:less of the same|something (?:else|different)|more (?:variety|diverse|varied|diversity)|less similar|too similar|surprise me|all the same)\\b",
                    Critique.MORE_VARIETY),
            critique(
                    "\\b(?:more of the same|more like (?:that|those|these|this|them)|less variety|closer to what i like)\\b",
                    Critique.MORE_LIKE_LIKED));

    private Requests() {}

    /// Whether one bare word is a request, so that it is not looked up as a title.
    static boolean isRequest(String lower) {
        return whole(lower).isPresent();
    }

    /// What a whole line asks for, if it asks for nothing else.
    static Optional<Piece> whole(String lower) {
        var line = lower.strip();
        var why = WHY.matcher(line);
        if (why.matches()) {
            return Optional.of(new Piece.Request(Piece.Kind.WHY, rank(why.group("rank"))));
        }
        var place = PLACE.matcher(line);
        if (place.matches()) {
            return Optional.of(new Piece.Place(rank(place.group("rank")), Attitude.NEUTRAL, false));
        }
        return first(line, UNDO, new Piece.Request(Piece.Kind.UNDO, 0))
                .or(() -> first(line, MORE, new Piece.Request(Piece.Kind.MORE, 0)))
                .or(() -> first(line, HELP, new Piece.Request(Piece.Kind.HELP, 0)))
                .or(() -> first(line, START_OVER, new Piece.Request(Piece.Kind.START_OVER, 0)))
                .or(() -> first(line, INDIFFERENT, new Piece.Indifferent()))
                .or(() -> first(line, NO, new Piece.YesNo(false)))
                .or(() -> YES.matcher(line).matches() && line.length() < 24
                        ? Optional.of(new Piece.YesNo(true))
                        : Optional.empty())
                .or(() -> first(line, GREETING, new Piece.Request(Piece.Kind.GREETING, 0)));
    }

    /// The answer to a question that begins a line which says more: `yes; I liked number 2`.
    static Optional<Piece> answerFirst(String lower, Words words) {
        var matcher = ANSWER_FIRST.matcher(lower);
        var answer = matcher.find()
                ? whole(matcher.group(1))
                        .filter(piece -> piece instanceof Piece.YesNo || piece instanceof Piece.Indifferent)
                : Optional.<Piece>empty();
        answer.ifPresent(piece -> words.takeCharacters(matcher.start(1), matcher.end(1)));
        return answer;
    }

    private static Optional<Piece> first(String line, Pattern pattern, Piece piece) {
        return pattern.matcher(line).matches() ? Optional.of(piece) : Optional.empty();
    }

    /// Takes critiques and remarks about places of the last list out of a line.
    static List<Piece> take(String lower, Words words) {
        var pieces = new ArrayList<Piece>();
        for (var rule : CRITIQUES) {
            var matcher = rule.pattern().matcher(lower);
            if (matcher.find() && !lower.substring(matcher.end()).matches("\\s+than\\s+(?:19|20)[0-9]{2}.*")) {
                words.takeCharacters(matcher.start(), matcher.end());
                pieces.add(new Piece.Criticised(rule.critique()));
            }
        }
        var place = ABOUT_PLACE.matcher(lower);
        while (place.find()) {
            words.takeCharacters(place.start(), place.end());
            var cue = place.group("cue");
            boolean seen = cue.matches(".*(?:seen|watched|read)");
            boolean against = cue.matches("(?:don't|didn't|do not|did not).*|not|hate.*|dislike.*");
            var attitude = seen ? Attitude.NEUTRAL : against ? Attitude.DISLIKE : Attitude.LIKE;
            pieces.add(new Piece.Place(rank(place.group("rank")), attitude, seen));
        }
        taken(NONE.matcher(lower), words, new Piece.AllShown(Attitude.DISLIKE, false), pieces);
        taken(ALL_SEEN.matcher(lower), words, new Piece.AllShown(Attitude.NEUTRAL, true), pieces);
        return pieces;
    }

    private static void taken(Matcher matcher, Words words, Piece piece, List<Piece> pieces) {
        if (matcher.find()) {
            words.takeCharacters(matcher.start(), matcher.end());
            pieces.add(piece);
        }
    }

    private static int rank(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        return text.matches("[0-9]+") ? Integer.parseInt(text) : ORDINALS.getOrDefault(text, 0);
    }

    private static CritiqueRule critique(String regex, Critique critique) {
        return new CritiqueRule(Pattern.compile(regex), critique);
    }
}
