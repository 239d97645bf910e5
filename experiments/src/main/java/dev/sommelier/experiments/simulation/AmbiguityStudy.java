package dev.sommelier.experiments.simulation;

import dev.sommelier.agent.conversation.Conversation;
import dev.sommelier.agent.conversation.ConversationOptions;
import dev.sommelier.agent.conversation.FormFiller;
import dev.sommelier.agent.conversation.Pending;
import dev.sommelier.agent.conversation.Policy;
import dev.sommelier.agent.conversation.Ranker;
import dev.sommelier.agent.conversation.Reply;
import dev.sommelier.agent.conversation.parse.Parser;
import dev.sommelier.core.Catalog;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How requests that fit two items are resolved, with full context, free and forced interaction. The speaker answers
/// from the target, which is what such a case is about: every figure is one of oracle answers.
public final class AmbiguityStudy {
    private final Catalog catalog;
    private final Ranker ranker;
    private final Parser parser;
    private final int listLength;
    private final int turns;

    /// @param turns the most replies to a request
    public AmbiguityStudy(Catalog catalog, Ranker ranker, Parser parser, int listLength, int turns) {
        this.catalog = catalog;
        this.ranker = ranker;
        this.parser = parser;
        this.listLength = listLength;
        this.turns = turns;
    }

    /// A way to deal with the cases.
    ///
    /// @param full whether the speaker says everything at once
    private record Setting(String name, Policy policy, boolean full) {}

    /// @param rank the target's place among all items shown, from 1; 0 where it was not shown
    /// @param before whether it was shown and the distractor was not, or later
    private record Resolution(int rank, boolean before, int questions) {}

    /// The table of all settings.
    ///
    /// @param model decides whether to ask in one more row of free interaction
    public ResultTable table(List<AmbiguousCase> cases, Optional<Policy> model, long seed) {
        var settings = new ArrayList<>(List.of(
                new Setting("no interaction", Policy.never(), false),
                new Setting("full context", Policy.never(), true),
                new Setting("free interaction, paying policy", Policy.paying(), false),
                new Setting("free interaction, classic policy", Policy.classic(), false)));
        model.ifPresent(policy -> settings.add(new Setting("free interaction, LLM policy", policy, false)));
        settings.add(new Setting("forced interaction", Policy.questionsFirst(turns - 1), false));
        var rows = new ArrayList<List<Cell>>();
        for (var setting : settings) {
            var all = cases.stream().map(one -> resolve(one, setting)).toList();
            rows.add(List.of(
                    new Cell.Words(setting.name()),
                    share(all, one -> one.rank() > 0, seed),
                    share(all, Resolution::before, seed),
                    new Cell.Figure(all.stream()
                            .mapToDouble(one -> one.rank() == 0 ? 0 : 1.0 / one.rank())
                            .average()
                            .orElse(0)),
                    new Cell.Figure(all.stream()
                            .mapToDouble(one -> one.questions() > 0 ? 1 : 0)
                            .average()
                            .orElse(0)),
                    new Cell.Figure(all.stream()
                            .mapToInt(Resolution::questions)
                            .average()
                            .orElse(0))));
        }
        return new ResultTable(
                "ambiguity",
                "Requests that fit a target and a better-known distractor, " + cases.size() + " cases, oracle answers:"
                        + " share in which the target is shown within " + turns + " replies, share in which the"
                        + " distractor is not shown before it, reciprocal place among all items shown, share of cases"
                        + " with a question, questions a case",
                List.of("Setting"),
                List.of("Found", "First", "RR", "Asking", "Questions"),
                rows);
    }

    private static Cell share(List<Resolution> all, Predicate<Resolution> test, long seed) {
        return new Cell.Estimate(
                Bootstrap.mean(
                        all.stream().mapToDouble(one -> test.test(one) ? 1 : 0).toArray(), seed),
                false);
    }

    private Resolution resolve(AmbiguousCase one, Setting setting) {
        var chat = new Conversation(
                ranker, parser, FormFiller.NONE, new ConversationOptions(listLength, setting.policy()), turn -> {});
        var line = setting.full() ? one.full() : one.request();
        int questions = 0;
        int shown = 0;
        boolean distracted = false;
        for (int turn = 1; turn <= turns; turn++) {
            var reply = chat.say(line);
            for (var item : reply.items()) {
                shown++;
                distracted |= item.item().equals(one.distractor());
                if (item.item().equals(one.target())) {
                    return new Resolution(shown, !distracted, questions);
                }
            }
            boolean asked = reply.question().isPresent() && turn < turns;
            questions += asked ? 1 : 0;
            line = asked ? answer(one, reply) : "more";
        }
        return new Resolution(0, false, questions);
    }

    private String answer(AmbiguousCase one, Reply reply) {
        return switch (reply.question().orElseThrow().pending()) {
            case Pending.WhichValue which -> {
                var fitting = which.values().stream()
                        .filter(value -> catalog.item(one.target())
                                .values(which.attribute())
                                .contains(value))
                        .toList();
                yield fitting.contains(one.telling()) ? one.telling() : fitting.isEmpty() ? "any" : fitting.getFirst();
            }
            case Pending.LikesItem likes -> likes.item().equals(one.target()) ? "yes" : "don't know";
            case Pending.MoreTitles titles -> "nothing else";
            case Pending.WhichItem which -> "1";
        };
    }
}
