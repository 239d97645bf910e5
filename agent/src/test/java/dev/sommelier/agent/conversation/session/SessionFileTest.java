package dev.sommelier.agent.conversation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.agent.conversation.DialogueState;
import dev.sommelier.agent.conversation.Feedback;
import dev.sommelier.agent.conversation.Pending;
import dev.sommelier.agent.conversation.Turn;
import dev.sommelier.agent.conversation.parse.Attitude;
import dev.sommelier.core.SommelierException;
import dev.sommelier.tools.constraint.Constraint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
    private static final Map<String, String> FACTS = Map.of("data set", "films");

    @TempDir
    Path folder = Path.of("");

    @Test
    void turnsComeBackAsTheyWereKept() {
        var file = folder.resolve("a.jsonl");
        var turns = List.of(
                turn(1, Optional.of(new Pending.WhichItem(Attitude.DISLIKE, List.of("a", "b")))),
                turn(2, Optional.of(new Pending.WhichValue("genre", List.of("x\n\"y\"")))),
                turn(3, Optional.of(new Pending.LikesItem("ü🎬"))),
                turn(4, Optional.of(new Pending.MoreTitles())));
        try (var session = SessionFile.open(file, FACTS)) {
            turns.forEach(session::append);
        }

        try (var session = SessionFile.open(file, FACTS)) {
            assertThat(session.turns()).isEqualTo(turns);
        }
        assertThat(SessionFile.read(file).facts()).isEqualTo(FACTS);
    }

    @Test
    void aTornLastLineIsCutOffAndTheRestGoesOn() throws Exception {
        var file = folder.resolve("torn.jsonl");
        try (var session = SessionFile.open(file, FACTS)) {
            session.append(turn(1, Optional.empty()));
        }
        Files.writeString(file, "{\"type\":\"turn\",\"num", StandardOpenOption.APPEND);

        try (var session = SessionFile.open(file, FACTS)) {
            assertThat(session.turns()).hasSize(1);
            session.append(turn(2, Optional.empty()));
        }
        assertThat(SessionFile.read(file).turns()).hasSize(2);
    }

    @Test
    void otherDataDamageAndASecondUserAreRefusedInASentence() throws Exception {
        var file = folder.resolve("b.jsonl");
        try (var session = SessionFile.open(file, FACTS)) {
            session.append(turn(1, Optional.empty()));
            assertThatThrownBy(() -> SessionFile.open(file, FACTS))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("in use");
        }
        assertThatThrownBy(() -> SessionFile.open(file, Map.of("data set", "books")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("films")
                .hasMessageContaining("books");
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> SessionFile.open(file, FACTS))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("b.jsonl:3");
    }

    @Test
    void forgettingLeavesNoFile() {
        var file = folder.resolve("c.jsonl");
        var session = SessionFile.open(file, FACTS);
        session.append(turn(1, Optional.empty()));
        session.forget();

        assertThat(file).doesNotExist();
    }

    @Test
    void theReportCountsComplaintsWithTheirSteps() {
        var file = folder.resolve("d.jsonl");
        var steps = List.of(new Turn.Step("rank", "EASE over 2 liked items"));
        try (var session = SessionFile.open(file, FACTS)) {
            session.append(turn(1, Optional.empty()));
            session.append(complaint(2, new Feedback(Feedback.Blame.ORDER, 1, "too old", steps)));
        }

        var report = FeedbackReport.of(List.of(file));

        assertThat(report.counts()).containsEntry("order", 1).containsEntry("items", 0);
        assertThat(report.complaints().getFirst().steps()).containsExactly("rank: EASE over 2 liked items");
        assertThat(report.complaints().getFirst().said()).isEqualTo("line 1");
    }

    private static Turn turn(int number, Optional<Pending> pending) {
        var state = new DialogueState(
                List.of("a"),
                List.of("b"),
                List.of(
                        new Constraint.OneOf("genre", List.of("x"), true),
                        new Constraint.Range("year", Integer.MIN_VALUE, 1990, false),
                        new Constraint.Range("year", 1980, Integer.MAX_VALUE, true)),
                List.of("dark"),
                List.of("c", "d"),
                List.of("e"),
                List.of("d"),
                2,
                List.of("genre"),
                pending);
        return new Turn(
                number,
                "line " + number,
                List.of("liked a"),
                Turn.Kind.CHANGED,
                state,
                "1. d\n",
                List.of("d"),
                Optional.of("which?"),
                List.of(new Turn.Step("rank", "how")),
                Optional.empty());
    }

    private static Turn complaint(int number, Feedback feedback) {
        var plain = turn(number, Optional.empty());
        return new Turn(
                number,
                "/wrong order",
                List.of(),
                Turn.Kind.SAME,
                plain.state(),
                "Noted.",
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(feedback));
    }
}
