package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.agent.conversation.DialogueState;
import dev.sommelier.agent.conversation.Turn;
import dev.sommelier.agent.conversation.session.SessionFile;
import dev.sommelier.tools.constraint.Constraint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A conversation as a person has it: through the launcher, at a terminal of its own; killed without warning and gone
/// on
/// with.
class ChatIT {
    private static final String ENTER = "\r";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String TAB = "\t";
    /// What a terminal is sent when a line may be typed: pastes are to be marked.
    private static final String READY = "\u001b[?2004h";

    @TempDir
    static Path shared = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void films() throws Exception {
        Films.add(shared);
    }

    @Test
    void aConversationIsKilledAndGoesOnWithNothingLost() throws Exception {
        try (var terminal = start("xterm")) {
            terminal.await("Sommelier on films").await(READY);
            say(terminal, "I liked Amber Harbour");
            assertThat(state(1).liked()).containsExactly("0");
            terminal.type("/like elder h" + TAB + ENTER);
            await(terminal, 2);
            assertThat(state(2).liked()).containsExactly("0", "4");
            say(terminal, "from the 70s");
            assertThat(constraints(3)).containsExactly("year 1970 to 1979");
            assertThat(turn(3).items())
                    .isNotEmpty()
                    .allSatisfy(item ->
                            assertThat(Films.year(Integer.parseInt(item))).isBetween(1970, 1979));
            say(terminal, "why 1?");
            assertThat(turn(4).reply()).contains("it meets: year 1970 to 1979");
            assertThat(turn(4).state()).isEqualTo(turn(3).state());
            say(terminal, "more recent");
            assertThat(constraints(5))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("year 197")
                    .endsWith("to 1979");
            say(terminal, "no western");
            assertThat(constraints(6)).contains("no genre Western");
            say(terminal, "undo");
            assertThat(constraints(7)).isEqualTo(constraints(5));
            terminal.type("/save " + folder.resolve("copy.jsonl") + ENTER).await("Saved 7 turns");
            terminal.kill();
        }
        assertThat(Files.readString(folder.resolve("copy.jsonl"))).isEqualTo(Files.readString(session()));

        try (var terminal = start("xterm")) {
            terminal.await("Going on after 7 turns");
            say(terminal, "undo");
            assertThat(constraints(8)).containsExactly("year 1970 to 1979");
            assertThat(state(8).liked()).containsExactly("0", "4");
            terminal.type(CTRL_D).await("goes on with it");
            assertThat(terminal.ended()).isZero();
        }
        assertThat(turns()).hasSize(8);
    }

    @Test
    void ctrlCClearsTheLineAndEndsNothing() throws Exception {
        try (var terminal = start("xterm")) {
            terminal.await(READY).type("I liked Amber Ha" + CTRL_C).await(READY);
            say(terminal, "I liked Elder Harbour");
            terminal.type("/quit" + ENTER).await("Kept in");

            assertThat(terminal.ended()).isZero();
        }
        assertThat(state(1).liked()).containsExactly("4");
    }

    @Test
    void aDumbTerminalIsSentNoControlSequences() throws Exception {
        try (var terminal = start("dumb")) {
            terminal.await("> ").type("I liked Amber Harbour\n").await("Understood: liked Amber Harbour");
            terminal.type("/quit\n").await("Kept in");

            assertThat(terminal.ended()).isZero();
            assertThat(terminal.seen()).doesNotContain("\u001b[");
        }
    }

    private PseudoTerminal start(String type) throws Exception {
        return PseudoTerminal.start(
                Launcher.script() + " chat --data films --no-model --ask never --session " + session(),
                Map.of("SOMMELIER_HOME", shared.resolve("home").toString(), "TERM", type));
    }

    private Path session() {
        return folder.resolve("evening.jsonl");
    }

    /// Types a line and waits until its turn is kept and its answer shown.
    private void say(PseudoTerminal terminal, String line) throws Exception {
        int number = Files.exists(session()) ? turns().size() + 1 : 1;
        terminal.type(line + ENTER);
        await(terminal, number);
    }

    /// A turn is on the disk before its answer is shown, and the prompt comes back after the answer.
    private void await(PseudoTerminal terminal, int number) throws Exception {
        int sent = terminal.sent();
        while (!Files.exists(session()) || turns().size() < number) {
            terminal.awaitMore(sent);
            sent = terminal.sent();
        }
        terminal.await(turn(number).reply().lines().findFirst().orElseThrow()).await(READY);
    }

    private List<Turn> turns() {
        return SessionFile.read(session()).turns();
    }

    private Turn turn(int number) {
        return turns().get(number - 1);
    }

    private DialogueState state(int number) {
        return turn(number).state();
    }

    private List<String> constraints(int number) {
        return state(number).constraints().stream().map(Constraint::text).toList();
    }
}
