package dev.sommelier.agent;

import dev.sommelier.core.Query;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.ScoredItem;
import dev.sommelier.prompts.Segment;
import dev.sommelier.tools.ToolBox;
import dev.sommelier.tools.ToolResult;
import dev.sommelier.tools.ToolSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// One user's run: explore by tools, choose the final list, fill what is missing.
final class AgentLoop {
    private static final int ITEMS_TO_JUDGE_FROM = 8;
    /// The characters of a line with a number and a title.
    private static final int TYPICAL_LINE = 40;

    private final ToolSession tools;
    private final AgentOptions options;
    private final Query query;
    private final Spending spending;
    private final RepairCounts repairs = new RepairCounts();
    private final Numbering numbering = new Numbering();
    private final Observations observations;
    private final AllowedActions allowed;
    private final Interview interview;
    private final List<String> historyShown;
    private List<Segment> news = List.of();

    AgentLoop(ToolBox box, Decider decider, AgentOptions options, Query query, LongSupplier nanoClock) {
        this.options = options;
        this.query = query;
        this.spending = new Spending(options.budget(), nanoClock);
        this.tools = box.session(query);
        this.observations = new Observations(box.catalog(), numbering, options.shown());
        this.allowed = new AllowedActions(box, query, tools.memory(), numbering, options.valuesOffered());
        this.interview = new Interview(decider.begin(query, box, options), spending, repairs);
        this.historyShown = HistoryText.lines(box.catalog(), query.history(), options);
    }

    AgentRun run() {
        try {
            explore();
            var chosen = tools.memory().candidates().isEmpty() ? List.<String>of() : choose();
            return result(fill(chosen), Optional.empty());
        } catch (AgentFailure failure) {
            return result(List.of(), Optional.of(failure.reason()));
        }
    }

    private void explore() {
        for (int round = 1; round <= options.budget().rounds(); round++) {
            var question = explore(round);
            var limit = interview.limit(question, reserve());
            if (limit.isPresent()) {
                repairs.add(limit.get(), 1);
                return;
            }
            var asked = interview.ask(question);
            if (asked.decision() instanceof Decision.Finish) {
                interview.finish(asked, "", List.of());
                return;
            }
            perform(asked);
        }
        repairs.add(Repair.ROUNDS, 1);
    }

    private Question explore(int round) {
        var cost = orderCost();
        var reserve = reserve();
        var actions = allowed.options(spending.limit(cost.plus(reserve)).isEmpty());
        return new Question(Question.Stage.EXPLORE, round, news, actions, 0, false);
    }

    private void perform(Interview.Asked asked) {
        if (asked.decision() instanceof Decision.RankMyself) {
            interview.finish(asked, "", List.of());
            news = List.of();
            rankMyself();
            allowed.took(asked.decision());
            return;
        }
        var result = call(asked.decision());
        allowed.took(asked.decision());
        var notes = new ArrayList<String>();
        if (result instanceof ToolResult.Found found && found.relaxed() > 0) {
            repairs.add(Repair.RELAXED, 1);
            notes.add(Repair.RELAXED.label());
        }
        news = observations.of(asked.decision(), result);
        interview.finish(asked, text(news), notes);
    }

    private ToolResult call(Decision decision) {
        return switch (decision) {
            case Decision.Retrieve retrieve -> tools.retrieve(retrieve.attribute(), retrieve.value(), query.k());
            case Decision.Rank rank -> tools.rank(rank.attribute(), query.k());
            case Decision.LookUp lookUp -> tools.lookUp(numbering.item(lookUp.number()));
            case Decision.RankMyself own -> throw notATool(own);
            case Decision.Finish finish -> throw notATool(finish);
            case Decision.Pick pick -> throw notATool(pick);
        };
    }

    private static IllegalStateException notATool(Decision decision) {
        return new IllegalStateException("no tool serves \"" + decision.label() + "\"");
    }

    private void rankMyself() {
        var from = numbersBestFirst().stream().limit(ITEMS_TO_JUDGE_FROM).toList();
        var picked = pick(Question.Stage.ORDER, from, Math.min(options.judged(), from.size()));
        var items = new ArrayList<ScoredItem>();
        picked.forEach(number -> items.add(new ScoredItem(numbering.item(number), picked.size() - items.size())));
        var origin = new Decision.RankMyself().label();
        tools.memory().addRanked(origin, items);
        news = observations.ranked(origin, items);
    }

    private List<String> choose() {
        var shown = new ArrayList<>(news);
        shown.addAll(showMore());
        news = shown;
        return pick(Question.Stage.FINISH, numbersBestFirst(), query.k()).stream()
                .map(numbering::item)
                .toList();
    }

    /// Shows the best candidates that have no number yet until the final choice has enough to choose from.
    private List<Segment> showMore() {
        var more = new ArrayList<Segment>();
        for (var item : tools.memory().best()) {
            if (numbering.size() >= Math.max(options.choices(), query.k())) {
                break;
            }
            if (!numbering.has(item)) {
                if (more.isEmpty()) {
                    more.add(new Segment.Trusted("\nalso found:"));
                }
                more.addAll(observations.show(item));
            }
        }
        return more;
    }

    private List<Integer> numbersBestFirst() {
        return tools.memory().best().stream()
                .filter(numbering::has)
                .map(numbering::of)
                .toList();
    }

    /// Step by step, the chosen ones leaving the options. Shorter than wanted when the budget ends or answers fail.
    private List<Integer> pick(Question.Stage stage, List<Integer> numbers, int wanted) {
        var left = new ArrayList<>(numbers);
        var picked = new ArrayList<Integer>();
        while (picked.size() < wanted && !left.isEmpty()) {
            if (left.size() == 1) {
                picked.add(left.removeFirst());
                continue;
            }
            var question = pickQuestion(stage, picked.size() + 1, news, left, wanted);
            var limit = interview.limit(question, Decider.Cost.NONE);
            if (limit.isPresent()) {
                repairs.add(limit.get(), 1);
                return picked;
            }
            var asked = interview.ask(question);
            news = List.of();
            if (asked.fellBack() || !(asked.decision() instanceof Decision.Pick pick)) {
                interview.finish(asked, "", List.of());
                return picked;
            }
            left.removeIf(number -> number == pick.number());
            picked.add(pick.number());
            interview.finish(asked, title(numbering.item(pick.number())), List.of());
        }
        return picked;
    }

    private static Question pickQuestion(
            Question.Stage stage, int turn, List<Segment> news, List<Integer> numbers, int wanted) {
        var picks = numbers.stream().<Decision>map(Decision.Pick::new).toList();
        return new Question(stage, turn, news, picks, wanted, false);
    }

    /// What the final choice will cost after one more observation, so that exploring leaves it possible.
    private Decider.Cost reserve() {
        var numbers = numbersBestFirst();
        if (numbers.isEmpty()) {
            return Decider.Cost.NONE;
        }
        int unseen = Math.max(
                0, Math.min(options.choices(), tools.memory().candidates().size()) - numbers.size());
        var titles = tools.memory().best().stream()
                .filter(item -> !numbering.has(item))
                .limit(unseen)
                .map(item -> "\n000. " + title(item))
                .collect(Collectors.joining());
        var observation = "0".repeat(options.shown() * TYPICAL_LINE);
        return pickCost(Question.Stage.FINISH, List.of(new Segment.Data(titles + observation)), numbers, query.k());
    }

    private Decider.Cost orderCost() {
        var numbers = numbersBestFirst();
        return numbers.isEmpty()
                ? Decider.Cost.NONE
                : pickCost(Question.Stage.ORDER, List.of(), numbers, options.judged());
    }

    private Decider.Cost pickCost(Question.Stage stage, List<Segment> shown, List<Integer> numbers, int wanted) {
        var first = interview.estimate(pickQuestion(stage, 1, shown, numbers, wanted));
        var next = interview.estimate(pickQuestion(stage, 2, List.of(), numbers, wanted));
        return first.plus(next.times(wanted - 1));
    }

    private record Filled(String item, List<String> origins) {}

    private List<Filled> fill(List<String> chosen) {
        var order = new LinkedHashSet<>(chosen);
        for (var item : tools.memory().best()) {
            if (order.size() < query.k() && order.add(item)) {
                repairs.add(Repair.BY_SCORE, 1);
            }
        }
        var list = new ArrayList<Filled>();
        order.forEach(item -> list.add(new Filled(item, tools.memory().origins(item))));
        if (list.size() < query.k()) {
            var padding = tools.base(query.k() - list.size(), Set.copyOf(order));
            padding.forEach(item -> list.add(new Filled(item.item(), List.of("base"))));
            repairs.add(Repair.PADDED, padding.size());
        }
        return list;
    }

    private AgentRun result(List<Filled> list, Optional<String> failure) {
        Map<String, List<String>> origins = new LinkedHashMap<>();
        list.forEach(item -> origins.put(item.item(), item.origins()));
        return new AgentRun(
                query.history().user(),
                historyShown,
                RankedList.ofItems(list.stream().map(Filled::item).toList()),
                origins,
                failure,
                interview.steps(),
                interview.usage(),
                repairs.byLabel(),
                spending.elapsed(),
                interview.ownTime());
    }

    private String title(String item) {
        return ((ToolResult.Details) tools.lookUp(item)).item().title();
    }

    private static String text(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
