package dev.sommelier.datasets.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.split.SplitRule;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.datasets.table.Part;
import dev.sommelier.datasets.table.TableBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataCheckTest {
    private static final SplitRule LAST = new SplitRule.LeaveLastOut();

    @Test
    void countsWhatIsPeculiarAboutContactsTextsAndTimes() {
        var rows = InteractionTable.of(List.of(
                new Interaction("u", "a", 5, 10),
                new Interaction("u", "a", 5, 10),
                new Interaction("u", "a", 4, 20),
                new Interaction("u", "b", 2.5, 30),
                new Interaction("v", "a", 9, 0),
                new Interaction("v", "b", 3, 0),
                new Interaction("w", "c", 1, 7)));

        var check = DataCheck.of(dataset(rows), LAST, 2);

        assertThat(found(check, "repeated-contacts")).isEqualTo("2/7");
        assertThat(found(check, "identical-rows")).isEqualTo("1/7");
        assertThat(found(check, "ratings-off-scale")).isEqualTo("2/7");
        assertThat(found(check, "rare-users")).isEqualTo("1/3");
        assertThat(found(check, "rare-items")).isEqualTo("1/3");
        assertThat(found(check, "untouched-items")).isEqualTo("1/4");
        assertThat(found(check, "items-without-title")).isEqualTo("1/4");
        assertThat(found(check, "shared-titles")).isEqualTo("2/4");
        assertThat(found(check, "items-without-attributes")).isEqualTo("3/4");
        assertThat(found(check, "unknown-times")).isEqualTo("2/7");
        assertThat(found(check, "shared-times")).isEqualTo("4/7");
        assertThat(found(check, "constant-times")).isEqualTo("1/2");
        assertThat(found(check, "users-not-asked")).isEqualTo("1/3");
        assertThat(found(check, "train-test-overlap")).isEqualTo("0/0");
        assertThat(check.findings())
                .allSatisfy(finding -> assertThat(finding.advice().isEmpty()).isEqualTo(finding.found() == 0));
    }

    @Test
    void tellsHowMuchOfTheFutureASplitLetsAModelSee() {
        var rows = InteractionTable.of(List.of(
                new Interaction("u", "a", 1, 1),
                new Interaction("u", "b", 1, 2),
                new Interaction("v", "a", 1, 5),
                new Interaction("v", "c", 1, 6),
                new Interaction("v", "b", 1, 9)));

        var last = DataCheck.of(dataset(rows), LAST, 1);
        var global = DataCheck.of(dataset(rows), SplitRule.parse("global-temporal:test=0.4,validation=0", 7), 1);

        // u's test item, at 2, is older than v's at 5 and 6; v's, at 9, is older than nothing.
        assertThat(found(last, "future-leakage")).isEqualTo("1/2");
        assertThat(last.youngerTraining()).isCloseTo((2 / 3.0 + 0) / 2, within(1e-12));
        assertThat(found(last, "unseen-test-items")).isEqualTo("2/2");
        assertThat(found(global, "future-leakage")).isEqualTo("0/2");
        assertThat(global.youngerTraining()).isZero();
    }

    @Test
    void countsTestRowsOfAPublishedSplitThatAreInTrainingToo() {
        var builder = new TableBuilder();
        builder.add("u", "a", 1, 0, Part.TRAIN);
        builder.add("u", "a", 1, 0, Part.TEST);
        builder.add("u", "b", 1, 0, Part.TEST);
        builder.add("v", "a", 1, 0, Part.TRAIN);

        assertThat(found(DataCheck.of(dataset(builder.build()), new SplitRule.Given(), 1), "train-test-overlap"))
                .isEqualTo("1/2");
    }

    private static String found(DataCheck check, String name) {
        var finding = check.findings().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return finding.found() + "/" + finding.of();
    }

    private static Dataset dataset(InteractionTable rows) {
        var items = List.of(
                new Item("a", "Same", Map.of("genre", List.of("x"))),
                new Item("b", "same", Map.of()),
                new Item("c", "c", Map.of()),
                new Item("d", "Never", Map.of()));
        return new Dataset(
                "d",
                new Catalog(items, List.of("genre")),
                rows,
                Optional.of(new RatingScale(1, 5, 1)),
                "own",
                "test",
                "hash");
    }
}
