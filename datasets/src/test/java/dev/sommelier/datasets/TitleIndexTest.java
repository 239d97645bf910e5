package dev.sommelier.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleIndexTest {
    private static final List<String> TITLES = List.of(
            "Toy Story (1995)",
            "Usual Suspects, The (1995)",
            "Aladdin (1992)",
            "Aladdin and the King of Thieves (1996)",
            "Seven (Se7en) (1995)",
            "Misérables, Les (1995)",
            "Star Maker, The (Uomo delle stelle, L') (1995)",
            "Apollo 13 (1995)",
            "Sabrina (1995)",
            "Sabrina (1954)",
            "Chasing Amy (1997)",
            "Chasing Amy (1997)",
            "unknown",
            "Empire Strikes Back, The (1980)",
            "Romeo & Juliet (1996)",
            "Dr. Who (2005–2022)",
            "(1990)");

    private final Catalog catalog = new Catalog(
            IntStream.range(0, TITLES.size())
                    .mapToObj(i -> new Item("i" + i, TITLES.get(i), Map.of()))
                    .toList(),
            List.of());
    private final TitleIndex index = new TitleIndex(catalog);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Toy Story (1995); Toy Story (1995)",
                "toy story; Toy Story (1995)",
                "TOY STORY 1995; Toy Story (1995)",
                "toystory (1995); -",
                "Toy Story (1996); -",
                "The Usual Suspects; Usual Suspects, The (1995)",
                "usual suspects; Usual Suspects, The (1995)",
                "Usual Suspects, The; Usual Suspects, The (1995)",
                "Aladdin; Aladdin (1992)",
                "se7en; Seven (Se7en) (1995)",
                "Seven; Seven (Se7en) (1995)",
                "Les Miserables; Misérables, Les (1995)",
                "L'Uomo delle stelle; Star Maker, The (Uomo delle stelle, L') (1995)",
                "Apollo 13; Apollo 13 (1995)",
                "Sabrina 1954; Sabrina (1954)",
                "Unknown; unknown",
                "romeo and juliet; Romeo & Juliet (1996)",
                "dr who (2005); Dr. Who (2005–2022)",
                "(1990); (1990)",
                "id:i3; Aladdin and the King of Thieves (1996)"
            })
    void findsWhatPeopleMean(String typed, String expected) {
        var match = index.find(typed);

        assertThat(match instanceof TitleMatch.Exact exact ? exact.item().title() : "-")
                .isEqualTo(expected);
    }

    @Test
    void asksBackWhenSeveralItemsShareTheName() {
        assertThat(index.find("sabrina"))
                .isEqualTo(new TitleMatch.Ambiguous(List.of(catalog.item("i8"), catalog.item("i9"))));
        assertThat(index.find("Chasing Amy (1997)"))
                .isEqualTo(new TitleMatch.Ambiguous(List.of(catalog.item("i10"), catalog.item("i11"))));
        assertThat(index.find("id:i11")).isEqualTo(new TitleMatch.Exact(catalog.item("i11")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Aladin; Aladdin (1992)",
                "Toy Stroy; Toy Story (1995)",
                "Toy Story (1996); Toy Story (1995)",
                "empire strikes; Empire Strikes Back, The (1980)",
                "miserable; Misérables, Les (1995)",
                "id:none; -"
            })
    void offersTheNearestToAMisspeltTitle(String typed, String first) {
        assertThat(index.find(typed)).isInstanceOfSatisfying(TitleMatch.Unknown.class, unknown -> {
            assertThat(unknown.nearest()).hasSize(5);
            if (!first.equals("-")) {
                assertThat(unknown.nearest().getFirst().title()).isEqualTo(first);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"Aladdni,i2", "toy sotry,i0", "Sevne,i4", "Aaldddin,''", "Sabirna,i8 i9"})
    void twoCharactersInEachOthersPlaceAreOneTypingError(String typed, String items) {
        assertThat(index.misspelt(typed).stream().map(Item::id).toList())
                .isEqualTo(items.isEmpty() ? List.of() : List.of(items.split(" ")));
    }

    @Test
    void survivesTextWithoutAWord() {
        assertThat(index.find("")).isInstanceOf(TitleMatch.Unknown.class);
        assertThat(index.find("()?!")).isInstanceOf(TitleMatch.Unknown.class);
        assertThat(index.find("The")).isInstanceOf(TitleMatch.Unknown.class);
    }
}
