package dev.sommelier.agent.trace;

import dev.sommelier.agent.AgentRun;
import dev.sommelier.agent.TraceStep;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run as it is stored; readable without the catalogue.
///
/// @param user the user
/// @param facts how the run was made: model, prompt hashes, options, seed
/// @param history the items the model was shown
/// @param steps the questions in order
/// @param list the result
/// @param failure why there is no result, where there is none
/// @param repairs counts by cause
/// @param usage what all model calls cost
/// @param time the wall time of the whole run; zero where times were left out
/// @param ownTime the wall time of everything but model calls; zero where times were left out
public record Trace(
        String user,
        Map<String, String> facts,
        List<String> history,
        List<TraceStep> steps,
        List<ListedItem> list,
        Optional<String> failure,
        Map<String, Integer> repairs,
        Usage usage,
        Duration time,
        Duration ownTime) {
    /// One item of the result.
    ///
    /// @param item the item's identifier
    /// @param title its title
    /// @param origins the calls that found it
    public record ListedItem(String item, String title, List<String> origins) {
        public ListedItem {
            origins = List.copyOf(origins);
        }
    }

    public Trace {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        history = List.copyOf(history);
        steps = List.copyOf(steps);
        list = List.copyOf(list);
        repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
    }

    /// The run again, to go on from where it was kept.
    public AgentRun run() {
        var origins = new LinkedHashMap<String, List<String>>();
        list.forEach(listed -> origins.put(listed.item(), listed.origins()));
        return new AgentRun(
                user,
                history,
                RankedList.ofItems(list.stream().map(ListedItem::item).toList()),
                origins,
                failure,
                steps,
                usage,
                repairs,
                time,
                ownTime);
    }

    /// The trace of a run.
    ///
    /// @param facts how it was made, as [dev.sommelier.agent.SurrogateUser#facts()] tells
    public static Trace of(AgentRun run, Map<String, String> facts, Catalog catalog) {
        var list = new ArrayList<ListedItem>();
        for (var item : run.list().items()) {
            list.add(new ListedItem(
                    item, catalog.item(item).title(), run.origins().getOrDefault(item, List.of())));
        }
        return new Trace(
                run.user(),
                facts,
                run.history(),
                run.trace(),
                list,
                run.failure(),
                run.repairs(),
                run.usage(),
                run.time(),
                run.ownTime());
    }
}
