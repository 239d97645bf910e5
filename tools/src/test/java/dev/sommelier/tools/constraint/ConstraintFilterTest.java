package dev.sommelier.tools.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstraintFilterTest {
    private static final Constraint COMEDY = new Constraint.OneOf("genre", List.of("Comedy"), false);
    private static final Constraint NO_WAR = new Constraint.OneOf("genre", List.of("War"), true);
    private static final Constraint LATE = new Constraint.Range("year", 1990, Integer.MAX_VALUE, false);

    private final Catalog catalog = new Catalog(
            List.of(item("a", "1985", "Comedy"), item("b", "1995", "War"), item("c", "1991", "Drama"), noYear("d")),
            List.of("genre"));

    @Test
    void allConstraintsHoldForWhatIsFound() {
        var found = filter(Set.of()).apply(List.of(LATE, NO_WAR));

        assertThat(found.items()).containsExactly("c");
        assertThat(found.relaxed()).isEmpty();
    }

    @Test
    void theDearestConstraintIsGivenUpAndNamedWithItsCost() {
        var found = filter(Set.of()).apply(List.of(COMEDY, LATE));

        assertThat(found.items()).containsExactly("b", "c");
        assertThat(found.relaxed()).containsExactly(new ConstraintFilter.Relaxed(COMEDY, 2));
        assertThat(found.kept()).containsExactly(LATE);
    }

    @Test
    void anUnknownYearMeetsNoRangeButEveryNegatedOne() {
        assertThat(LATE.meets(noYear("d"))).isFalse();
        assertThat(new Constraint.Range("year", 1990, 1999, true).meets(noYear("d")))
                .isTrue();
    }

    @Test
    void constraintsThatOnlyTogetherLeaveNothingAreGivenUpOneByOne() {
        var none = new Constraint.Range("year", 2050, 2060, false);
        var found = filter(Set.of("a")).apply(List.of(COMEDY, none));

        assertThat(found.items()).isNotEmpty();
        assertThat(found.relaxed()).hasSize(2);
    }

    @Test
    void constraintsReadAsWords() {
        assertThat(NO_WAR.text()).isEqualTo("no genre War");
        assertThat(LATE.text()).isEqualTo("year 1990 or later");
        assertThat(new Constraint.Range("year", Integer.MIN_VALUE, 1979, true).text())
                .isEqualTo("not year up to 1979");
    }

    private ConstraintFilter filter(Set<String> excluded) {
        return new ConstraintFilter(catalog, excluded);
    }

    private static Item item(String id, String year, String genre) {
        return new Item(id, "Title " + id, Map.of("genre", List.of(genre), "year", List.of(year)));
    }

    private static Item noYear(String id) {
        return new Item(id, "Title " + id, Map.of("genre", List.of("Drama")));
    }
}
