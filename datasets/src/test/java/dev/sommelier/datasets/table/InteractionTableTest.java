package dev.sommelier.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Interaction;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InteractionTableTest {
    @Test
    void isTheListThatItWasMadeOf() {
        var random = new Random(7);
        var rows = IntStream.range(0, 5000)
                .mapToObj(
                        i -> new Interaction("u" + random.nextInt(50), "i" + random.nextInt(90), random.nextInt(5), i))
                .toList();

        var table = InteractionTable.of(rows);

        assertThat(table).isEqualTo(rows);
        assertThat(table.hasParts()).isFalse();
        assertThat(InteractionTable.of(table)).isSameAs(table);
        assertThat(table.users())
                .isEqualTo(rows.stream().map(Interaction::user).distinct().toList());
    }

    @Test
    void takesNumbersForTheirText() {
        var builder = new TableBuilder();
        builder.add(7, 1L << 40, 1, 0, Part.TRAIN);
        builder.add("7", "-3", 1, 0, Part.TEST);
        builder.add(7, -3, 1, 0, Part.VALIDATION);
        builder.add(5_000_000, 0, 1, 0, Part.TRAIN);

        var table = builder.build();

        assertThat(table.users()).containsExactly("7", "5000000");
        assertThat(table.items()).containsExactly("1099511627776", "-3", "0");
        assertThat(table.part(1)).isEqualTo(Part.TEST);
        assertThat(table.select(new int[] {2, 1}).part(0)).isEqualTo(Part.VALIDATION);
        assertThat(table.select(new int[] {3}).users()).containsExactly("5000000");
    }

    @Test
    void sortsEachUsersRowsByTimeAndFileRow() {
        var table = InteractionTable.of(List.of(
                new Interaction("u", "a", 1, 9),
                new Interaction("v", "a", 1, 1),
                new Interaction("u", "b", 1, 3),
                new Interaction("u", "c", 1, 9),
                new Interaction("u", "d", 1, 3)));

        assertThat(table.byUser().rows(0)).containsExactly(2, 4, 0, 3);
        assertThat(table.byUser().rows(1)).containsExactly(1);
    }

    @Test
    void refusesWhatNoInteractionMayBe() {
        var builder = new TableBuilder();

        assertThatThrownBy(() -> builder.add("", "a", 1, 0, Part.TRAIN)).hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> builder.add("u", "a", Double.NaN, 0, Part.TRAIN))
                .hasMessageContaining("finite");
    }
}
