package dev.sommelier.cli.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.sommelier.agent.conversation.Policy;
import dev.sommelier.agent.conversation.Ranker;
import dev.sommelier.agent.conversation.parse.Parser;
import dev.sommelier.agent.conversation.parse.Vocabulary;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.Split;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.experiments.simulation.AmbiguityStudy;
import dev.sommelier.experiments.simulation.AmbiguousCase;
import dev.sommelier.experiments.simulation.Answers;
import dev.sommelier.experiments.simulation.CatalogTitles;
import dev.sommelier.experiments.simulation.Contender;
import dev.sommelier.experiments.simulation.Dialogue;
import dev.sommelier.experiments.simulation.Outcome;
import dev.sommelier.experiments.simulation.Profile;
import dev.sommelier.experiments.simulation.Simulation;
import dev.sommelier.experiments.simulation.SimulationTables;
import dev.sommelier.io.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A simulation on a data set: who is drawn, what the recommender may learn from, and who competes.
public final class SimulationJob {
    /// An item that fewer have met is not asked about in cases of ambiguity.
    private static final int KNOWN = 20;

    /// So many users are held out from one training; with more, others are held out in their turn.
    private static final int FOLD = 100;

    private static final int CASE_TURNS = 3;
    private static final int LEAST_LIKED = 3;

    private final Dataset dataset;
    private final Classics base;
    private final Size size;
    private final long seed;
    private final List<String> only;
    private final Split split;
    private final Parser parser;

    /// How much is simulated.
    ///
    /// @param revealed the liked titles that a user names at first
    /// @param cases the cases of ambiguity
    public record Size(int users, int turns, int listLength, int revealed, int patience, int cases) {}

    /// @param only the names of contenders beside the baseline; empty for all
    public SimulationJob(Dataset dataset, Classics base, Size size, long seed, List<String> only) {
        this.only = List.copyOf(only);
        this.dataset = dataset;
        this.base = base;
        this.size = size;
        this.seed = seed;
        this.split = Split.leaveLastOut(dataset);
        this.parser = new Parser(new CatalogTitles(dataset.catalog()), new Vocabulary(dataset.catalog()));
    }

    /// The items.
    public Catalog catalog() {
        return dataset.catalog();
    }

    /// What came of it.
    ///
    /// @param users who conversed
    /// @param tables without any times
    public record Result(
            String data, String recommender, long seed, Size size, int users, List<ResultTable> tables, String times) {
        /// The tables for people.
        @JsonIgnore
        public String text() {
            return tables.stream().map(ResultTable::render).collect(Collectors.joining("\n"));
        }
    }

    /// Simulates.
    ///
    /// @param model a policy of a language model, as one more contender
    /// @throws SommelierException if no user can be simulated
    public Result run(Optional<Policy> model, Progress progress) {
        var users = users();
        var contenders = contenders(model);
        var dialogues = new ArrayList<List<Dialogue>>();
        contenders.forEach(one -> dialogues.add(new ArrayList<>()));
        for (int from = 0; from < users.size(); from += FOLD) {
            var fold = users.subList(from, Math.min(users.size(), from + FOLD));
            var simulation = new Simulation(catalog(), ranker(fold), parser, size.revealed(), size.patience(), seed);
            for (int i = 0; i < contenders.size(); i++) {
                dialogues.get(i).addAll(simulation.run(contenders.get(i), fold, progress));
            }
        }
        var outcomes = IntStream.range(0, contenders.size())
                .mapToObj(i -> new Outcome(contenders.get(i), dialogues.get(i), users))
                .toList();
        var tables = new ArrayList<>(new SimulationTables(outcomes, seed).all(outcomes.getFirst()));
        ambiguity(ranker(List.of()), model).ifPresent(tables::add);
        return new Result(dataset.name(), base.toString(), seed, size, users.size(), tables, times(outcomes));
    }

    /// Users whose held-out item they liked, and who liked enough before to speak of.
    private List<Profile> users() {
        var profiles = new ArrayList<Profile>();
        for (var user : split.sampleTestUsers(split.test().size(), seed)) {
            var held = split.test().get(user);
            var profile = Profile.of(split.historyBeforeTest(user), split.testItem(user), dataset.scale());
            if (profiles.size() < size.users()
                    && held != null
                    && Profile.opinion(held.event(), dataset.scale()) == Profile.Opinion.LIKED
                    && profile.liked().size() >= LEAST_LIKED) {
                profiles.add(profile);
            }
        }
        if (profiles.isEmpty()) {
            throw new SommelierException("data set " + dataset.name() + " has no user who liked the last item and "
                    + LEAST_LIKED + " before; add more interactions.");
        }
        return List.copyOf(profiles);
    }

    /// A ranker that has never seen the users.
    private Ranker ranker(List<Profile> users) {
        var apart = new HashSet<>(users.stream().map(Profile::user).toList());
        var others = dataset.histories().stream()
                .filter(history -> !apart.contains(history.user()))
                .toList();
        if (others.isEmpty()) {
            throw new SommelierException("all users of data set " + dataset.name()
                    + " are simulated, and nobody is left to learn from; lower --users.");
        }
        return ChatData.ranker(new TrainingSet(catalog(), others), base, parser, seed);
    }

    private List<Contender> contenders(Optional<Policy> model) {
        int k = size.listLength();
        int all = k * size.turns();
        var contenders = new ArrayList<>(List.of(
                Contender.singleList("single list of " + all, all, false),
                conversation("never ask", Policy.never(), Answers.PROFILE),
                conversation("paying policy", Policy.paying(), Answers.PROFILE),
                conversation("classic policy", Policy.classic(), Answers.PROFILE),
                conversation("always ask", Policy.always(), Answers.PROFILE),
                conversation("two questions first", Policy.questionsFirst(2), Answers.PROFILE)));
        model.ifPresent(policy -> contenders.add(conversation("LLM policy", policy, Answers.PROFILE)));
        contenders.add(Contender.singleList("single list, all told", all, true));
        contenders.add(conversation("classic policy", Policy.classic(), Answers.ORACLE));
        contenders.add(conversation("always ask", Policy.always(), Answers.ORACLE));
        var names = contenders.stream().map(Contender::name).toList();
        for (var name : only) {
            if (!names.contains(name)) {
                throw new SommelierException("--only takes names of contenders, got \"" + name + "\"; there are: "
                        + String.join(", ", names.stream().distinct().toList()) + ".");
            }
        }
        return contenders.stream()
                .filter(one -> only.isEmpty() || one.equals(contenders.getFirst()) || only.contains(one.name()))
                .toList();
    }

    private Contender conversation(String name, Policy policy, Answers answers) {
        return Contender.conversation(name, policy, size.listLength(), size.turns(), answers);
    }

    private Optional<ResultTable> ambiguity(Ranker ranker, Optional<Policy> model) {
        var years = parser.vocabulary().years();
        var attribute = catalog().attributes().stream()
                .filter(name -> catalog().items().stream()
                        .anyMatch(item -> item.values(name).size() > 1))
                .findFirst();
        if (size.cases() == 0 || years.isEmpty() || attribute.isEmpty()) {
            return Optional.empty();
        }
        var met = new HashMap<String, Integer>();
        for (History history : dataset.histories()) {
            for (Event event : history.events()) {
                met.merge(event.item(), 1, Integer::sum);
            }
        }
        var cases = AmbiguousCase.draw(
                catalog(), attribute.get(), years.get(), item -> met.getOrDefault(item, 0), KNOWN, size.cases(), seed);
        var study = new AmbiguityStudy(catalog(), ranker, parser, size.listLength(), CASE_TURNS);
        return cases.isEmpty() ? Optional.empty() : Optional.of(study.table(cases, model, seed));
    }

    private static String times(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> String.format(
                        Locale.ROOT,
                        "%s: %.1f ms a reply at the median, %.1f at the 95th percentile",
                        outcome.contender().name(),
                        outcome.millis(0.5),
                        outcome.millis(0.95)))
                .collect(Collectors.joining("\n"));
    }
}
