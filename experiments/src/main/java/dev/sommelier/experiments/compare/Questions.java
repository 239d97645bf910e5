package dev.sommelier.experiments.compare;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Query;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import dev.sommelier.experiments.compare.spec.TaskType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/// Makes what all contenders of a stage are asked.
final class Questions {
    private final Material material;
    private final Stage stage;
    private final Supplier<Fitted> source;
    private final int[] counts;
    private final Map<String, Set<String>> contacts;

    /// @param source who gives the candidates; asked only where the task has them
    Questions(Material material, Stage stage, Supplier<Fitted> source) {
        this.material = material;
        this.stage = stage;
        this.source = source;
        this.counts = new int[material.train().catalog().size()];
        material.train()
                .histories()
                .forEach(history -> history.items()
                        .forEach(item -> counts[material.train().catalog().position(item)]++));
        this.contacts = stage.task() instanceof TaskSpec.Click ? contacts(material) : Map.of();
    }

    /// All items that each user ever had contact with, held-out ones included.
    private static Map<String, Set<String>> contacts(Material material) {
        var contacts = new HashMap<String, Set<String>>();
        material.dataset()
                .interactions()
                .forEach(one -> contacts.computeIfAbsent(one.user(), user -> new HashSet<>())
                        .add(one.item()));
        return contacts;
    }

    List<AskedUser> all() {
        var users = material.sample(stage.task());
        return switch (stage.task()) {
            case TaskSpec.Ranking ranking ->
                users.stream().map(user -> asked(user, List.of(), List.of())).toList();
            case TaskSpec.Rating rating -> users.stream().map(this::rating).toList();
            case TaskSpec.Click click ->
                users.stream().map(user -> click(user, click)).toList();
            case TaskSpec.Rerank rerank -> reranks(users, rerank);
        };
    }

    private AskedUser rating(String user) {
        var held = held(user);
        return asked(user, List.of(held.item()), List.of(held.rating()));
    }

    private List<AskedUser> reranks(List<String> users, TaskSpec.Rerank rerank) {
        if (!(source.get().solver(TaskType.RANKING) instanceof Solver.Lists lists)) {
            throw new IllegalStateException("a source of candidates gives lists");
        }
        return users.stream()
                .map(user -> {
                    var answer = lists.answers().apply(Query.top(rerank.depth(), material.history(user)));
                    answer.failure().ifPresent(cause -> {
                        throw new IllegalStateException("no candidates for user " + user + ": " + cause);
                    });
                    var items = new ArrayList<>(answer.list().items());
                    var target = held(user).item();
                    if (rerank.target() == TaskSpec.Target.ALWAYS && !items.contains(target)) {
                        if (items.size() >= rerank.depth()) {
                            items.removeLast();
                        }
                        items.add(target);
                    }
                    return asked(user, Shuffle.of(items, Shuffle.random(material.seed(), user)), List.of());
                })
                .toList();
    }

    private AskedUser click(String user, TaskSpec.Click click) {
        var target = held(user).item();
        var random = Shuffle.random(material.seed(), user);
        var items = new ArrayList<String>();
        items.add(target);
        items.addAll(negatives(user, click, random));
        var shown = Shuffle.of(items, random);
        return asked(
                user,
                shown,
                shown.stream().map(item -> item.equals(target) ? 1.0 : 0.0).toList());
    }

    private List<String> negatives(String user, TaskSpec.Click click, Random random) {
        var known = contacts.getOrDefault(user, Set.of());
        var free = new ArrayList<String>();
        var weights = new ArrayList<Integer>();
        for (var item : material.train().catalog().items()) {
            int weight = click.sampling() == TaskSpec.Sampling.UNIFORM
                    ? 1
                    : counts[material.train().catalog().position(item.id())];
            if (!known.contains(item.id()) && weight > 0) {
                free.add(item.id());
                weights.add(weight);
            }
        }
        long all = weights.stream().mapToLong(Integer::longValue).sum();
        var drawn = new LinkedHashSet<String>();
        int wanted = Math.min(click.negatives(), free.size());
        while (drawn.size() < wanted) {
            long at = random.nextLong(all);
            int i = 0;
            while (at >= weights.get(i)) {
                at -= weights.get(i++);
            }
            drawn.add(free.get(i));
        }
        return List.copyOf(drawn);
    }

    private AskedUser asked(String user, List<String> items, List<Double> truth) {
        var target = held(user).item();
        var catalog = material.train().catalog();
        var told = told(user);
        return new AskedUser(
                user,
                told.size(),
                counts[catalog.position(target)],
                items,
                truth,
                target,
                catalog.item(target).title(),
                told.subList(Math.max(0, told.size() - AskedUser.RECENT), told.size()).stream()
                        .map(event -> catalog.item(event.item()).title())
                        .toList(),
                group(catalog).map(catalog.item(target)::values).orElse(List.of()));
    }

    private List<Event> told(String user) {
        var history = material.history(user);
        return stage.task() instanceof TaskSpec.Ranking ranking ? ranking.view().told(history) : history.events();
    }

    /// The attribute that slices show: the genre, else the first one.
    private static Optional<String> group(Catalog catalog) {
        return catalog.attributes().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("genre"))
                .findFirst()
                .or(() -> catalog.attributes().stream().findFirst());
    }

    private Interaction held(String user) {
        var held = material.heldOut().get(user);
        if (held == null) {
            throw new IllegalArgumentException("user \"" + user + "\" has no held-out item");
        }
        return held;
    }
}
