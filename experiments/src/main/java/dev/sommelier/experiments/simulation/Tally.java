package dev.sommelier.experiments.simulation;

import dev.sommelier.agent.conversation.Question;
import dev.sommelier.agent.conversation.Reply;
import dev.sommelier.agent.conversation.Turn;
import dev.sommelier.core.Catalog;
import java.util.ArrayList;
import java.util.List;

/// Collects a dialogue while it goes on.
final class Tally {
    private final Profile profile;
    private final Catalog catalog;
    private final List<List<String>> lists = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private int shown;
    private int successTurn;
    private int successRank;
    private boolean gaveUp;
    private int questions;
    private int answered;
    private double gain;
    private int violations;
    private int unknown;
    private int opinions;

    Tally(Profile profile, Catalog catalog) {
        this.profile = profile;
        this.catalog = catalog;
    }

    int turns() {
        return lists.size();
    }

    void took(long time) {
        nanos.add(time);
    }

    void add(Reply reply, Turn turn) {
        show(turn.items());
        for (var item : turn.items()) {
            violations += catalog.contains(item) && breaks(turn, item) ? 1 : 0;
        }
        reply.question().ifPresent(this::asked);
    }

    void show(List<String> items) {
        lists.add(items);
        for (var item : items) {
            shown++;
            if (item.equals(profile.target()) && successRank == 0) {
                successRank = shown;
                successTurn = lists.size();
            }
            opinions += profile.of(item).isPresent() ? 1 : 0;
            unknown += catalog.contains(item) ? 0 : 1;
        }
    }

    private void asked(Question question) {
        questions++;
        gain += question.gain();
    }

    private boolean breaks(Turn turn, String item) {
        return turn.state().constraints().stream()
                .filter(one ->
                        turn.steps().stream().noneMatch(step -> step.what().contains("gave up " + one.text())))
                .anyMatch(one -> !one.meets(catalog.item(item)));
    }

    void answered(boolean one) {
        answered += one ? 1 : 0;
    }

    /// Patience that ends with the last reply anyway is no giving up.
    void giveUp(int mostTurns) {
        gaveUp = lists.size() < mostTurns;
    }

    Dialogue dialogue() {
        return new Dialogue(
                profile.user(),
                lists,
                successTurn,
                successRank,
                gaveUp,
                questions,
                answered,
                gain,
                violations,
                unknown,
                opinions,
                nanos);
    }
}
