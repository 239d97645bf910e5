package dev.sommelier.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.ColumnMapping.Attribute;
import dev.sommelier.datasets.format.ColumnMapping.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMappingTest {
    @Test
    void readsRolesAndAttributesWithTheirSeparators() {
        var mapping = ColumnMapping.parse("item=isbn, user=uid", "author,genre(sep=,),two words(sep=; )");

        assertThat(mapping.columns()).containsEntry(Role.ITEM, "isbn").containsEntry(Role.USER, "uid");
        assertThat(mapping.attributes())
                .containsExactly(
                        new Attribute("author", "|"), new Attribute("genre", ","), new Attribute("two words", "; "));
    }

    @Test
    void takesUsualColumnsWhereNothingIsSaid() {
        assertThat(ColumnMapping.parse("", " ")).isEqualTo(ColumnMapping.usual());
        assertThat(ColumnMapping.usual().candidates(Role.INTERACTION_ITEM)).containsExactly("item", "item_id");
        assertThat(ColumnMapping.parse("item=isbn", "").candidates(Role.INTERACTION_ITEM))
                .containsExactly("isbn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isbn", "item=", "book=isbn", "item=a,item=b", "item=a,,user=b", ","})
    void refusesWhatIsNoMapping(String map) {
        assertThatThrownBy(() -> ColumnMapping.parse(map, ""))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("a mapping must be role=COLUMN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,", ",a", "a(sep=)", "a(b)", "a(sep=x", "a,,b", "a, ,b"})
    void refusesWhatIsNoListOfAttributes(String attributes) {
        assertThatThrownBy(() -> ColumnMapping.parse("", attributes))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("attributes must be columns with commas between");
    }
}
