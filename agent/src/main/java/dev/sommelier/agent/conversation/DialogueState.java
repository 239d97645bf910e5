package dev.sommelier.agent.conversation;

import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that is known of the speaker. Immutable; every change is a new state, so that taking back is going to an earlier
/// one.
///
/// @param liked items that are liked, in the order in which they were named
/// @param disliked items that are disliked
/// @param constraints what every recommended item must meet
/// @param wishes soft wishes in words; values that are liked are among them
/// @param shown items that were recommended, never to be recommended again
/// @param rejected items that were turned down or are known already, without an opinion
/// @param lastShown the last list, best first
/// @param variety how much the next list is to vary, from -2 (more of the same) over 0 to 3
/// @param asked what was asked before, never to be asked again
/// @param pending the question that waits for its answer
public record DialogueState(
        List<String> liked,
        List<String> disliked,
        List<Constraint> constraints,
        List<String> wishes,
        List<String> shown,
        List<String> rejected,
        List<String> lastShown,
        int variety,
        List<String> asked,
        Optional<Pending> pending) {
    /// Nothing is known.
    public static final DialogueState EMPTY = new DialogueState(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            Optional.empty());

    private static final int MOST_WISHES = 5;

    public DialogueState {
        liked = List.copyOf(liked);
        disliked = List.copyOf(disliked);
        constraints = List.copyOf(constraints);
        wishes = List.copyOf(wishes);
        shown = List.copyOf(shown);
        rejected = List.copyOf(rejected);
        lastShown = List.copyOf(lastShown);
        asked = List.copyOf(asked);
    }

    /// Items that are not recommended: everything that the speaker has seen of the catalogue.
    public Set<String> met() {
        var met = new LinkedHashSet<>(liked);
        met.addAll(disliked);
        met.addAll(shown);
        met.addAll(rejected);
        return met;
    }

    /// Whether nothing is known to recommend from.
    public boolean knowsNothing() {
        return liked.isEmpty() && constraints.isEmpty() && wishes.isEmpty();
    }

    /// Whether the speaker's wishes are the same, whatever was shown or asked since.
    boolean wantsTheSame(DialogueState other) {
        return liked.equals(other.liked)
                && disliked.equals(other.disliked)
                && constraints.equals(other.constraints)
                && wishes.equals(other.wishes)
                && rejected.equals(other.rejected)
                && variety == other.variety;
    }

    /// The item is liked, and no longer disliked or rejected.
    public DialogueState like(String item) {
        return with(plus(liked, item), minus(disliked, item), constraints, wishes, minus(rejected, item));
    }

    /// The item is disliked, and no longer liked.
    public DialogueState dislike(String item) {
        return with(minus(liked, item), plus(disliked, item), constraints, wishes, minus(rejected, item));
    }

    /// The item is known or unwanted, without an opinion; an opinion given before stays.
    public DialogueState reject(String item) {
        return liked.contains(item) || disliked.contains(item)
                ? this
                : with(liked, disliked, constraints, wishes, plus(rejected, item));
    }

    DialogueState withConstraints(List<Constraint> changed) {
        return with(liked, disliked, changed, wishes, rejected);
    }

    /// A soft wish more; of many, the oldest is forgotten.
    public DialogueState wish(String wish) {
        var all = plus(wishes, wish);
        return with(
                liked, disliked, constraints, all.subList(Math.max(0, all.size() - MOST_WISHES), all.size()), rejected);
    }

    DialogueState withVariety(int changed) {
        return new DialogueState(
                liked,
                disliked,
                constraints,
                wishes,
                shown,
                rejected,
                lastShown,
                Math.clamp(changed, -2, 3),
                asked,
                pending);
    }

    DialogueState withShown(List<String> list) {
        var all = new LinkedHashSet<>(shown);
        all.addAll(list);
        return new DialogueState(
                liked, disliked, constraints, wishes, List.copyOf(all), rejected, list, variety, asked, pending);
    }

    DialogueState withPending(Optional<Pending> question) {
        return new DialogueState(
                liked, disliked, constraints, wishes, shown, rejected, lastShown, variety, asked, question);
    }

    DialogueState withAsked(String subject) {
        return withAsked(plus(asked, subject));
    }

    DialogueState withoutAsked(String subject) {
        return withAsked(minus(asked, subject));
    }

    private DialogueState withAsked(List<String> all) {
        return new DialogueState(
                liked, disliked, constraints, wishes, shown, rejected, lastShown, variety, all, pending);
    }

    private DialogueState with(
            List<String> likes,
            List<String> dislikes,
            List<Constraint> musts,
            List<String> soft,
            List<String> turnedDown) {
        return new DialogueState(likes, dislikes, musts, soft, shown, turnedDown, lastShown, variety, asked, pending);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var all = new ArrayList<>(list);
        all.remove(one);
        all.add(one);
        return all;
    }

    private static <T> List<T> minus(List<T> list, T one) {
        var all = new ArrayList<>(list);
        all.remove(one);
        return all;
    }
}
