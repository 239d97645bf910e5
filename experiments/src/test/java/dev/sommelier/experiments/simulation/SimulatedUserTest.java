package dev.sommelier.experiments.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.agent.conversation.Pending;
import dev.sommelier.agent.conversation.Question;
import dev.sommelier.agent.conversation.Reply;
import dev.sommelier.experiments.simulation.Profile.Opinion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulatedUserTest {
    /// Likes two comedies of the fifties, f0 and f20, dislikes f2, has seen f3, and is after f40.
    private static final Profile PROFILE = new Profile(
            "u",
            new LinkedHashMap<>(
                    Map.of("f0", Opinion.LIKED, "f20", Opinion.LIKED, "f2", Opinion.DISLIKED, "f3", Opinion.NEUTRAL)),
            "f1");

    @Test
    void opensWithSomeLikedTitlesDrawnByTheSeed() {
        assertThat(user(Answers.PROFILE, 3).opening())
                .contains("something like \"", "Amber Harbour", "Amber Tower")
                .isEqualTo(user(Answers.PROFILE, 3).opening());
    }

    @Test
    void tellsWhatIsKnownOfTheShownItemsAndNothingOfTheOthers() {
        assertThat(said(user(Answers.PROFILE, 3).react(list(Optional.empty(), "f5", "f2", "f0", "f3"))))
                .isEqualTo("I disliked number 2; I liked number 3; I've seen number 4");
        assertThat(said(user(Answers.PROFILE, 3).react(list(Optional.empty(), "f5", "f9"))))
                .isEqualTo("more");
    }

    @Test
    void acceptsTheItemAndGivesUpAfterRepliesOfNoInterest() {
        var user = user(Answers.PROFILE, 2);

        assertThat(user.react(list(Optional.empty(), "f5", "f1"))).isInstanceOf(Reaction.Accepts.class);
        assertThat(user.react(list(Optional.empty(), "f5"))).isInstanceOf(Reaction.Says.class);
        assertThat(user.react(list(Optional.empty(), "f0"))).isInstanceOf(Reaction.Says.class);
        assertThat(user.react(list(Optional.empty(), "f6"))).isInstanceOf(Reaction.Says.class);
        assertThat(user.react(list(Optional.empty(), "f9"))).isInstanceOf(Reaction.GivesUp.class);
    }

    @Test
    void answersFromTheProfileAndOnlyAnOracleFromTheTarget() {
        var which = question(new Pending.WhichValue("genre", List.of("Horror", "Drama", "Comedy")));

        assertThat(said(user(Answers.PROFILE, 3).react(list(which, "f5")))).isEqualTo("Comedy");
        assertThat(said(user(Answers.ORACLE, 3).react(list(which, "f5")))).isEqualTo("Drama");
        assertThat(said(user(Answers.PROFILE, 3)
                        .react(list(question(new Pending.WhichValue("genre", List.of("Horror"))), "f5"))))
                .isEqualTo("any");
        assertThat(said(user(Answers.PROFILE, 3).react(list(question(new Pending.LikesItem("f20")), "f2"))))
                .isEqualTo("yes; I disliked number 1");
        assertThat(said(user(Answers.PROFILE, 3).react(list(question(new Pending.LikesItem("f1")), "f5"))))
                .isEqualTo("don't know");
    }

    @Test
    void namesTheLatestLikedTitlesOnceWhenAskedForMore() {
        var opinions = new LinkedHashMap<String, Opinion>();
        Stream.of("f0", "f4", "f8", "f12", "f16").forEach(item -> opinions.put(item, Opinion.LIKED));
        var profile = new Profile("u", opinions, "f1");
        var user = new SimulatedUser(profile, World.CATALOG, Optional.of("year"), Answers.PROFILE, 2, 3, 1);
        var titles = question(new Pending.MoreTitles());
        var untold = profile.liked().reversed().stream()
                .map(item -> World.CATALOG.item(item).title())
                .filter(title -> !user.opening().contains(title))
                .map(title -> '"' + title + '"')
                .toList();

        assertThat(untold).hasSize(3);
        assertThat(said(user.react(list(titles, "f5")))).startsWith(untold.get(0) + " and " + untold.get(1));
        assertThat(said(user.react(list(titles, "f5"))))
                .startsWith(untold.get(2))
                .doesNotContain(untold.get(0));
        assertThat(said(user.react(list(titles, "f5")))).startsWith("nothing else");
    }

    @Test
    void criticisesListsThatLieFarFromTheTaste() {
        assertThat(said(user(Answers.PROFILE, 3).react(list(Optional.empty(), "f4", "f9"))))
                .isEqualTo("something older");
    }

    private static SimulatedUser user(Answers answers, int patience) {
        return new SimulatedUser(PROFILE, World.CATALOG, Optional.of("year"), answers, 2, patience, 1);
    }

    private static Optional<Question> question(Pending pending) {
        return Optional.of(new Question(pending, 1));
    }

    private static Reply list(Optional<Question> question, String... items) {
        return new Reply(
                "",
                Stream.of(items)
                        .map(item ->
                                new Reply.Shown(item, World.CATALOG.item(item).title(), ""))
                        .toList(),
                question,
                List.of());
    }

    private static String said(Reaction reaction) {
        return ((Reaction.Says) reaction).line();
    }
}
