package dev.sommelier.experiments.simulation;

import dev.sommelier.agent.conversation.Conversation;
import dev.sommelier.agent.conversation.ConversationOptions;
import dev.sommelier.agent.conversation.DialogueState;
import dev.sommelier.agent.conversation.FormFiller;
import dev.sommelier.agent.conversation.Ranker;
import dev.sommelier.agent.conversation.Turn;
import dev.sommelier.agent.conversation.parse.Parser;
import dev.sommelier.core.Catalog;
import dev.sommelier.io.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets simulated users converse with each contender. The same users, seed and contenders give the same dialogues.
///
/// ```java
/// var simulation = new Simulation(catalog, ranker, parser, 2, 3, 1);
/// var dialogues = simulation.run(contender, profiles, Progress.silent());
/// ```
///
/// The ranker must not have learnt from the users' own histories: what it knows of them is what they say.
public final class Simulation {
    private final Catalog catalog;
    private final Ranker ranker;
    private final Parser parser;
    private final int revealed;
    private final int patience;
    private final long seed;

    /// @param revealed see [SimulatedUser]
    /// @param patience see [SimulatedUser]
    public Simulation(Catalog catalog, Ranker ranker, Parser parser, int revealed, int patience, long seed) {
        this.catalog = catalog;
        this.ranker = ranker;
        this.parser = parser;
        this.revealed = revealed;
        this.patience = patience;
        this.seed = seed;
    }

    /// Every user's dialogue with a contender, in the order of the users.
    public List<Dialogue> run(Contender contender, List<Profile> users, Progress progress) {
        var dialogues = new ArrayList<Dialogue>();
        for (var user : users) {
            progress.update("Talking to " + contender.name(), dialogues.size(), users.size());
            dialogues.add(contender.toldAll() ? told(contender, user) : converse(contender, user));
        }
        progress.update("Talking to " + contender.name(), users.size(), users.size());
        return dialogues;
    }

    private Dialogue told(Contender contender, Profile profile) {
        var state = DialogueState.EMPTY;
        for (var one : profile.opinions().entrySet()) {
            state = switch (one.getValue()) {
                case LIKED -> state.like(one.getKey());
                case DISLIKED -> state.dislike(one.getKey());
                case NEUTRAL -> state.reject(one.getKey());
            };
        }
        var talk = new Tally(profile, catalog);
        long start = System.nanoTime();
        talk.show(ranker.rank(state, contender.listLength()).items());
        talk.took(System.nanoTime() - start);
        return talk.dialogue();
    }

    private Dialogue converse(Contender contender, Profile profile) {
        var turns = new ArrayList<Turn>();
        var chat = new Conversation(
                ranker,
                parser,
                FormFiller.NONE,
                new ConversationOptions(contender.listLength(), contender.policy()),
                turns::add);
        var user = new SimulatedUser(
                profile, catalog, parser.vocabulary().years(), contender.answers(), revealed, patience, seed);
        var talk = new Tally(profile, catalog);
        var line = Optional.of(user.opening());
        while (line.isPresent() && talk.turns() < contender.turns()) {
            long start = System.nanoTime();
            var reply = chat.say(line.get());
            talk.took(System.nanoTime() - start);
            talk.add(reply, turns.getLast());
            line = switch (user.react(reply)) {
                case Reaction.Accepts accepts -> Optional.empty();
                case Reaction.GivesUp gone -> {
                    talk.giveUp(contender.turns());
                    yield Optional.empty();
                }
                case Reaction.Says says -> {
                    talk.answered(says.answered());
                    yield Optional.of(says.line());
                }
            };
        }
        return talk.dialogue();
    }
}
