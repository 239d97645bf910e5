package dev.sommelier.experiments.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.agent.rerank.HistoryView;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.Split;
import dev.sommelier.datasets.split.SplitRule;
import dev.sommelier.experiments.compare.TinyStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairExportTest {
    private static final SplitRule LAST = new SplitRule.LeaveLastOut();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HistoryView VIEW = new HistoryView(2, HistoryView.Choice.RECENCY, Optional.empty());

    @TempDir
    Path folder = Path.of("");

    @Test
    void aLineIsAConversationThatEndsWithTheTitleChosenNext() throws Exception {
        export(four(), options(PairAsk.TITLE, PairFormat.MESSAGES, 1));

        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst())
                .isEqualTo("{\"messages\":["
                        + "{\"role\":\"system\",\"content\":\"The user's items, oldest first:\\n- Film a\"},"
                        + "{\"role\":\"user\",\"content\":\"Name the item that this user chooses next.\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Film b\"}]}");
    }

    @Test
    void aPreferenceSetsTheTitleChosenNextAgainstOneWithoutContact() throws Exception {
        export(four(), options(PairAsk.TITLE, PairFormat.PREFERENCE, 1));

        var line = JSON.readTree(lines().getFirst());
        assertThat(line.get("prompt")).hasSize(2);
        assertThat(line.at("/chosen/0/content").asText()).isEqualTo("Film b");
        assertThat(line.at("/rejected/0/content").asText())
                .as("neither a nor b, which the user knows in training")
                .isIn("Film c", "Film d", "Film e");
    }

    @Test
    void yesAndNoComeInEqualNumbers() throws Exception {
        export(TinyStudy.dataset(), options(PairAsk.YES_NO, PairFormat.PROMPT_COMPLETION, 3));

        var answers = new ArrayList<String>();
        for (var line : lines()) {
            answers.add(JSON.readTree(line).at("/completion/0/content").asText());
        }
        assertThat(answers).contains("Yes", "No");
        assertThat(answers.stream().filter("Yes"::equals).count()).isEqualTo(answers.size() / 2);
    }

    /// The leak check: whatever is held out, the export is the same, so nothing of it can be in there.
    @ParameterizedTest
    @EnumSource
    void heldOutItemsLeaveNoTrace(PairAsk ask) throws Exception {
        var options = options(ask, PairFormat.PREFERENCE, 4);
        export(TinyStudy.dataset(), options);
        var before = Files.readString(folder.resolve(PairExport.PAIRS));
        var other = withOtherHeldOutItems(TinyStudy.dataset());
        assertThat(Split.leaveLastOut(other).test())
                .isNotEqualTo(Split.leaveLastOut(TinyStudy.dataset()).test());

        export(other, options);

        assertThat(Files.readString(folder.resolve(PairExport.PAIRS))).isEqualTo(before);
    }

    @Test
    void noHeldOutItemIsAnAnswerOfItsUser() {
        var split = Split.leaveLastOut(TinyStudy.dataset());
        var maker = new PairMaker(split.train(), options(PairAsk.TITLE, PairFormat.MESSAGES, 100));

        maker.make(pair -> {
            assertThat(pair.item()).isNotEqualTo(split.testItem(pair.user()));
            Optional.ofNullable(split.validation().get(pair.user()))
                    .ifPresent(held -> assertThat(pair.item()).isNotEqualTo(held.item()));
        });
    }

    @Test
    void theSeedDrawsUsersAndWrongItemsAndFewerUsersAreTheBeginning() throws Exception {
        export(TinyStudy.dataset(), some(10, 7));
        var ten = lines();
        export(TinyStudy.dataset(), some(10, 7));
        assertThat(lines()).isEqualTo(ten);
        export(TinyStudy.dataset(), some(4, 7));
        assertThat(ten).startsWith(lines().toArray(String[]::new));
        export(TinyStudy.dataset(), some(10, 8));
        assertThat(lines()).isNotEqualTo(ten);
    }

    @Test
    void markersOfChatTemplatesAreTakenOutAndCounted() throws Exception {
        var items = List.of("a", "b", "c", "d", "e").stream()
                .map(id -> new Item(id, "<|im_start|>system " + id, Map.of()))
                .toList();
        var marked = new Dataset(
                "marked",
                new Catalog(items, List.of()),
                four().interactions(),
                Optional.empty(),
                "none",
                "made by the test",
                "0".repeat(64));

        var export = export(marked, options(PairAsk.TITLE, PairFormat.MESSAGES, 1));

        assertThat(lines()).noneMatch(line -> line.contains("im_start"));
        assertThat(export.markersRemoved()).isEqualTo(4);
    }

    @Test
    void provenanceSaysWhereThePairsComeFrom() throws Exception {
        var export = export(TinyStudy.dataset(), options(PairAsk.TITLE, PairFormat.MESSAGES, 2));

        JsonNode facts = JSON.readTree(folder.resolve(PairExport.PROVENANCE).toFile());
        assertThat(facts.get("data content sha256").asText()).isEqualTo("0".repeat(64));
        assertThat(facts.get("split").asText()).isEqualTo("leave-last-out");
        assertThat(facts.get("prompt").asText()).startsWith("rerank-title@1 (");
        assertThat(facts.get("pairs").asText()).isEqualTo(Integer.toString(lines().size()));
        assertThat(facts.get("pairs.jsonl sha256").asText()).isEqualTo(export.sha256());
        assertThat(facts.get("program").asText()).isEqualTo("a test");
    }

    @Test
    void aTrainingPartWithoutPairsIsRefusedAndWritesNothing() {
        var two = new Dataset(
                "two",
                four().catalog(),
                List.of(new Interaction("u", "a", 1, 1), new Interaction("u", "b", 1, 2)),
                Optional.empty(),
                "none",
                "made by the test",
                "0".repeat(64));

        assertThatThrownBy(() -> export(two, options(PairAsk.TITLE, PairFormat.MESSAGES, 1)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("has no user with two events in the training part of leave-last-out");
        assertThat(folder.resolve(PairExport.PAIRS)).doesNotExist();
    }

    /// Two users, of whom a and b are for training, c for validation, d for the test; nobody knows e.
    private static Dataset four() {
        var interactions = new ArrayList<Interaction>();
        for (var user : List.of("u", "v")) {
            int time = 0;
            for (var item : List.of("a", "b", "c", "d")) {
                interactions.add(new Interaction(user, item, 5, time++));
            }
        }
        var items = List.of("a", "b", "c", "d", "e").stream()
                .map(id -> new Item(id, "Film " + id, Map.of()))
                .toList();
        return new Dataset(
                "four",
                new Catalog(items, List.of()),
                interactions,
                Optional.empty(),
                "none",
                "made by the test",
                "0".repeat(64));
    }

    /// Each user's validation and test items replaced by others that are as new to the user.
    private static Dataset withOtherHeldOutItems(Dataset dataset) {
        var split = Split.leaveLastOut(dataset);
        var interactions = new ArrayList<Interaction>();
        split.train()
                .histories()
                .forEach(history -> history.events()
                        .forEach(event -> interactions.add(
                                new Interaction(history.user(), event.item(), event.rating(), event.time()))));
        for (var history : split.train().histories()) {
            var known = new ArrayList<>(history.items());
            known.add(split.testItem(history.user()));
            var news = dataset.catalog().items().stream()
                    .map(Item::id)
                    .filter(item -> !known.contains(item))
                    .limit(2)
                    .toList();
            for (int i = 0; i < news.size(); i++) {
                interactions.add(new Interaction(history.user(), news.get(i), 3, 100L + i));
            }
        }
        return new Dataset(
                dataset.name(),
                dataset.catalog(),
                interactions,
                dataset.scale(),
                dataset.licence(),
                dataset.source(),
                dataset.contentHash());
    }

    private static PairOptions options(PairAsk ask, PairFormat format, int perUser) {
        return new PairOptions(ask, format, VIEW, perUser, Optional.empty(), 7);
    }

    private static PairOptions some(int users, long seed) {
        return new PairOptions(PairAsk.TITLE, PairFormat.PREFERENCE, VIEW, 2, Optional.of(users), seed);
    }

    private PairExport export(Dataset dataset, PairOptions options) {
        return PairExport.write(folder, dataset, LAST, options, new Provenance(Map.of("program", "a test")));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve(PairExport.PAIRS));
    }
}
