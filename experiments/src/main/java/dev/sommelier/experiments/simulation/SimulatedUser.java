package dev.sommelier.experiments.simulation;

import dev.sommelier.agent.conversation.Pending;
import dev.sommelier.agent.conversation.Reply;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// A user who speaks from a profile: opens with a few liked titles, names as many more when asked, tells what is known
/// of the shown items, answers
/// questions, criticises lists that lie far from the own taste, accepts the held-out item, and gives up after some
/// replies in a row with nothing to say about. Everything is typed as a person types it and goes through the parser.
///
/// The user does not know the held-out item; with [Answers#ORACLE], questions about attributes are answered from it.
/// Not safe for use by several threads.
public final class SimulatedUser {
    private static final double SELDOM = 0.1;
    private static final double OFTEN = 0.9;
    private static final String NOTHING_ELSE = "nothing else";

    private final Profile profile;
    private final Catalog catalog;
    private final Answers answers;
    private final String opening;
    private final Optional<String> years;
    private final List<String> untold;
    private final int revealed;
    private int patience;
    private final int patienceAtFirst;

    /// @param revealed how many liked titles the opening names, and each answer to "what else?"; fewer where fewer are
    /// liked
    /// @param patience after so many replies in a row without anything of interest the user gives up, at least 1
    public SimulatedUser(
            Profile profile,
            Catalog catalog,
            Optional<String> years,
            Answers answers,
            int revealed,
            int patience,
            long seed) {
        this.profile = profile;
        this.catalog = catalog;
        this.years = years;
        this.answers = answers;
        this.patienceAtFirst = patience;
        this.patience = patience;
        var liked = new ArrayList<>(profile.liked());
        Collections.shuffle(liked, new Random(seed * 31 + profile.user().hashCode()));
        this.revealed = revealed;
        this.untold = new ArrayList<>(profile.liked());
        this.untold.removeAll(liked.subList(0, Math.min(revealed, liked.size())));
        // Asked what they liked lately, people name the latest.
        Collections.reverse(untold);
        this.opening = "something like " + titles(liked.subList(0, Math.min(revealed, liked.size())));
    }

    /// What the user says first.
    public String opening() {
        return opening;
    }

    /// What the user does after a reply.
    Reaction react(Reply reply) {
        if (reply.items().stream().anyMatch(shown -> shown.item().equals(profile.target()))) {
            return new Reaction.Accepts();
        }
        reply.items().forEach(shown -> untold.remove(shown.item()));
        var said = new ArrayList<String>();
        var answer = reply.question().map(question -> answer(question.pending()));
        boolean answered = answer.filter(words -> !isEmpty(words)).isPresent();
        answer.ifPresent(said::add);
        boolean met = false;
        for (int i = 0; i < reply.items().size(); i++) {
            var opinion = profile.of(reply.items().get(i).item());
            if (opinion.isPresent()) {
                met = true;
                said.add(remark(opinion.get()) + " number " + (i + 1));
            }
        }
        critique(reply, met).ifPresent(said::add);
        patience = met || answered ? patienceAtFirst : patience - 1;
        if (patience == 0) {
            return new Reaction.GivesUp();
        }
        return new Reaction.Says(said.isEmpty() ? "more" : String.join("; ", said), answered);
    }

    private static boolean isEmpty(String answer) {
        return answer.equals("any") || answer.equals("don't know") || answer.equals(NOTHING_ELSE);
    }

    private static String remark(Profile.Opinion opinion) {
        return switch (opinion) {
            case LIKED -> "I liked";
            case DISLIKED -> "I disliked";
            case NEUTRAL -> "I've seen";
        };
    }

    private String answer(Pending pending) {
        return switch (pending) {
            case Pending.LikesItem likes ->
                profile.of(likes.item())
                        .map(opinion -> opinion == Profile.Opinion.LIKED ? "yes" : "no")
                        .orElse("don't know");
            case Pending.MoreTitles titles -> more();
            case Pending.WhichItem which -> Integer.toString(1 + Math.max(0, firstKnown(which.items())));
            case Pending.WhichValue which ->
                answers == Answers.ORACLE
                        ? best(which.values(), value -> has(profile.target(), which.attribute(), value) ? 1 : 0)
                        : best(which.values(), value -> profile.share(catalog, which.attribute(), value));
        };
    }

    /// As many liked titles as the opening named, the latest of those that were not talked about yet.
    private String more() {
        var next = untold.stream().limit(revealed).toList();
        next.forEach(untold::remove);
        return next.isEmpty() ? NOTHING_ELSE : titles(next);
    }

    private String titles(List<String> items) {
        return String.join(
                " and ",
                items.stream()
                        .map(item -> '"' + catalog.item(item).title() + '"')
                        .toList());
    }

    private int firstKnown(List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            if (profile.of(items.get(i)).isPresent()) {
                return i;
            }
        }
        return 0;
    }

    private boolean has(String item, String attribute, String value) {
        return catalog.item(item).values(attribute).contains(value);
    }

    private static String best(List<String> values, ToDoubleFunction<String> worth) {
        return values.stream()
                .max(Comparator.comparingDouble(worth))
                .filter(value -> worth.applyAsDouble(value) > 0)
                .orElse("any");
    }

    /// A list with nothing known in it, all of which lies outside the years of the own taste or has a value in common
    /// that is rare in it.
    private Optional<String> critique(Reply reply, boolean met) {
        if (met || reply.items().isEmpty()) {
            return Optional.empty();
        }
        var items =
                reply.items().stream().map(shown -> catalog.item(shown.item())).toList();
        if (years.isPresent()) {
            var low = profile.quantile(catalog, years.get(), SELDOM);
            var high = profile.quantile(catalog, years.get(), OFTEN);
            if (low.isPresent() && items.stream().allMatch(item -> year(item) < low.getAsInt())) {
                return Optional.of("more recent");
            }
            if (high.isPresent() && items.stream().allMatch(item -> year(item) > high.getAsInt())) {
                return Optional.of("something older");
            }
        }
        boolean alike = catalog.attributes().stream()
                .anyMatch(attribute -> items.getFirst().values(attribute).stream()
                        .anyMatch(value -> profile.share(catalog, attribute, value) < SELDOM
                                && items.stream()
                                        .allMatch(item -> item.values(attribute).contains(value))));
        return alike ? Optional.of("less of the same") : Optional.empty();
    }

    private int year(Item item) {
        return Constraint.number(item, years.orElseThrow()).orElse(0);
    }
}
