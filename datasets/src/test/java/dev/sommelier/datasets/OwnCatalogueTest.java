package dev.sommelier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.filter.Filter;
import dev.sommelier.datasets.format.ColumnMapping;
import dev.sommelier.datasets.split.SplitRule;
import dev.sommelier.io.Home;
import dev.sommelier.io.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCatalogueTest {
    private static final ColumnMapping BOOKS =
            ColumnMapping.parse("item=isbn,title=name,user=uid,rating=stars,time=ts", "author,genre(sep=;)");

    @TempDir
    Path folder;

    private Path items = Path.of("");
    private Path ratings = Path.of("");
    private DatasetStore store = new DatasetStore(Home.at(Path.of("")));

    @BeforeEach
    void writeFiles() throws Exception {
        items = Files.writeString(folder.resolve("books.csv"), """
                isbn,name,author,genre,shelf
                b1,"Emma, or ""the matchmaker""\",Jane Austen,Romance;Comedy,1
                b2,Dracula,Bram Stoker,Horror,2
                b3,Odd | one\\,A|B,;,3
                """);
        ratings = Files.writeString(folder.resolve("ratings.csv"), """
                uid,isbn,stars,ts
                u1,b1,4.5,2024-05-31
                u1,b2,1,1717200000
                u2,b2,3,2024-06-01T00:00:00+02:00
                """);
        store = new DatasetStore(Home.at(folder.resolve("home")));
    }

    @Test
    void isOpenedByWhoeverWouldFetchAKnownDataSet() {
        var added = store.add("books", items, ratings, BOOKS);

        assertThat(store.openOrGet("books", Progress.silent()))
                .usingRecursiveComparison()
                .isEqualTo(added);
        assertThatThrownBy(() -> store.openOrGet("boks", Progress.silent()))
                .hasMessageContaining("there is no data set \"boks\"")
                .hasMessageContaining("books");
    }

    @Test
    void becomesANamedDataSet() {
        var added = store.add("books", items, ratings, BOOKS);

        var opened = store.open("books");
        assertThat(opened).usingRecursiveComparison().isEqualTo(added);
        assertThat(opened.catalog().attributes()).containsExactly("author", "genre");
        var emma = opened.catalog().item("b1");
        assertThat(emma.title()).isEqualTo("Emma, or \"the matchmaker\"");
        assertThat(emma.values("author")).containsExactly("Jane Austen");
        assertThat(emma.values("genre")).containsExactly("Romance", "Comedy");
        assertThat(opened.catalog().item("b3").title()).isEqualTo("Odd | one\\");
        assertThat(opened.catalog().item("b3").values("author")).containsExactly("A", "B");
        assertThat(opened.catalog().item("b3").values("genre")).isEmpty();
        assertThat(opened.interactions())
                .containsExactly(
                        new Interaction("u1", "b1", 4.5, 1717113600),
                        new Interaction("u1", "b2", 1, 1717200000),
                        new Interaction("u2", "b2", 3, 1717192800));
        assertThat(opened.scale()).contains(new RatingScale(1, 4.5, 1.5));
        assertThat(opened.licence()).isEqualTo("your own data");
        assertThat(store.list()).extracting(DatasetInfo::name).containsExactly("ml-100k", "ml-latest-small", "books");
    }

    @Test
    void becomesASmallerNamedDataSetByFilters() throws Exception {
        var whole = store.add("books", items, ratings, BOOKS);

        var filtered =
                store.filter("liked", "books", List.of(Filter.of("min-rating", "3"), Filter.of("implicit", "true")));

        var liked = store.open("liked");
        assertThat(liked).usingRecursiveComparison().isEqualTo(filtered.dataset());
        assertThat(liked.interactions())
                .containsExactly(
                        new Interaction("u1", "b1", 1, 1717113600), new Interaction("u2", "b2", 1, 1717192800));
        assertThat(liked.catalog().items()).extracting(Item::id).containsExactly("b1", "b2");
        assertThat(liked.catalog().attributes()).containsExactly("author", "genre");
        assertThat(liked.scale()).isEmpty();
        assertThat(liked.source()).isEqualTo("your files; filtered: min-rating=3 implicit=true");
        assertThat(filtered.itemsLeftOut()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("home/datasets/liked/provenance.json")))
                .contains("\"filtered from\" : \"books content sha256 " + whole.contentHash())
                .contains("\"step 1 min-rating=3\" : \"2 users, 2 items, 2 interactions\"");
        assertThatThrownBy(() -> store.filter("none", "books", List.of(Filter.of("k-core", "9"))))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("the filters k-core=9 leave nothing of 3 interactions");
    }

    @Test
    void keepsThePublishedSplitThroughFiltersAndStoring() throws Exception {
        var published = Files.createDirectories(folder.resolve("gowalla"));
        Files.writeString(published.resolve("train.txt"), "0 0 1 2\n1 0 1\n2 7\n");
        Files.writeString(published.resolve("test.txt"), "0 3\n1 2\nx\n");

        var added = store.add("gowalla", published, Optional.empty(), List.of(Filter.of("min-user", "3")));

        var opened = store.open("gowalla");
        assertThat(opened).usingRecursiveComparison().isEqualTo(added.filtered().dataset());
        assertThat(opened.describe().parts())
                .containsExactly(Map.entry("train", 5), Map.entry("validation", 0), Map.entry("test", 2));
        assertThat(new SplitRule.Given().cut(opened).test())
                .extracting(asked -> asked.heldOut().getFirst().item())
                .containsExactly("3", "2");
        assertThat(added.format()).isEqualTo("lightgcn");
        assertThat(Files.readString(folder.resolve("home/datasets/gowalla/provenance.json")))
                .contains("lines of test.txt that are not numbers with spaces between, left out\" : \"1\"")
                .contains("\"step 1 min-user=3\" : \"2 users, 4 items, 7 interactions\"");
        assertThat(Files.readString(folder.resolve("home/datasets/gowalla/interactions.tsv")))
                .startsWith("user\titem\trating\ttime\tpart\n0\t0\t1\t0\ttrain\n");
    }

    @Test
    void keepsSeparatorsWithinValues() {
        var added =
                store.add("books", items, ratings, ColumnMapping.parse("item=isbn,title=name,user=uid", "name(sep=;)"));

        assertThat(store.open("books").catalog().item("b3").values("name")).containsExactly("Odd | one\\");
        assertThat(added.catalog().item("b3").values("name")).containsExactly("Odd | one\\");
    }

    @Test
    void isImplicitWithoutRatingsAndInFileOrderWithoutTimes() throws Exception {
        var events = Files.writeString(folder.resolve("events.tsv"), "user_id\titem_id\nu1\tb2\nu1\tb1\nu1\tb3\n");

        var dataset = store.add(
                "clicks", items, events, ColumnMapping.parse("item=isbn,title=name,interaction_item=item_id", ""));

        assertThat(dataset.scale()).isEmpty();
        assertThat(dataset.interactions()).extracting(Interaction::rating).containsOnly(1.0);
        assertThat(Split.leaveLastOut(dataset).test().get("u1")).isEqualTo(new Interaction("u1", "b3", 1, 0));
    }

    @Test
    void readsRecBolesAtomicFilesWithoutAMapping() throws Exception {
        var item = Files.writeString(
                folder.resolve("x.item"),
                "item_id:token\tname:token_seq\ttags:token_seq\tmaker:token\ni1\tThe \"one\"\ta b\tBig Co\n");
        var inter = Files.writeString(
                folder.resolve("x.inter"), "user_id:token\titem_id:token\ttimestamp:float\nu\ti1\t8.8E8\n");

        var dataset = store.add("x", item, inter, ColumnMapping.parse("", "tags,maker"));

        assertThat(dataset.catalog().item("i1").title()).isEqualTo("The \"one\"");
        assertThat(dataset.catalog().item("i1").values("tags")).containsExactly("a", "b");
        assertThat(dataset.catalog().item("i1").values("maker")).containsExactly("Big Co");
        assertThat(dataset.interactions()).containsExactly(new Interaction("u", "i1", 1, 880_000_000));
    }

    @Test
    void namesFileLineRuleAndValueOfABadLine() throws Exception {
        expect("uid,isbn,stars,ts\nu1,b1,x,1\n", ratings + ":2: the rating must be a number, got \"x\"; correct");
        expect("uid,isbn,stars,ts\nu1,b1,NaN,1\n", ":2: the rating must be a number, got \"NaN\"");
        expect("uid,isbn,stars,ts\nu1,b1,1,soon\n", ":2: the time must be seconds since 1970 or a date");
        expect("uid,isbn,stars,ts\n\nu1,b1,1\n", ":3: expected 4 fields, got 3");
        expect("uid,isbn,stars,ts\n ,b1,1,1\n", ":2: the user must not be empty, got \" \"");
        expect("uid,isbn,stars,ts\nu1,b9,1,1\n", ":2: the item must be in " + items + ", got \"b9\"; add it");
        expect("uid,isbn,stars,ts\nu1,\"b1\"x,1,1\n", ":2: Unexpected character after closing quote");
        expect("uid,isbn,stars,ts\nu1,\"b1,1,1\n", ":2: ");
        expect("uid,isbn,stars\nu1,b1,1\n", ":1: no column \"ts\" for the time, the columns are uid, isbn, stars");
        expect("uid,isbn,stars,ts,ts\n", ":1: column names must be distinct, got \"ts\"");
        expect("uid,isbn,stars,ts\n", "expected at least one line after the column names");
        expect("", ":1: expected a line with column names, got an empty file");
        Files.write(ratings, "uid,isbn,stars,ts\nu1,b1,1,1\nu\u00e9,b1,1,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> store.add("books", items, ratings, BOOKS))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("the text must be UTF-8, got other bytes");
    }

    @Test
    void namesADuplicateItemWithBothLines() throws Exception {
        Files.writeString(items, "isbn,name,author,genre\nb1,One,A,x\nb2,Two,B,y\nb1,Three,C,z\n");

        assertThatThrownBy(() -> store.add("books", items, ratings, BOOKS))
                .hasMessageContaining(":4: the item's id must be new, line 2 has it too, got \"b1\"");
    }

    @Test
    void acceptsAByteOrderMark() throws Exception {
        Files.writeString(ratings, "\uFEFFuid,isbn,stars,ts\nu1,b1,1,1\n");

        assertThat(store.add("books", items, ratings, BOOKS).interactions()).hasSize(1);
    }

    @Test
    void refusesNamesThatAreTakenOrUnsafe() {
        assertThatThrownBy(() -> store.add("ml-100k", items, ratings, BOOKS))
                .hasMessageContaining("is the name of a published data set");
        assertThatThrownBy(() -> store.add("../books", items, ratings, BOOKS))
                .hasMessageContaining("got \"../books\"; choose another name");
    }

    @Test
    void saysWhatIsMissingWhenANameCannotBeOpened() {
        store.add("books", items, ratings, BOOKS);

        assertThatThrownBy(() -> store.open("ml-100k"))
                .isInstanceOf(SommelierException.class)
                .hasMessage("data set ml-100k is not on this machine yet; run: sommelier data get ml-100k");
        assertThatThrownBy(() -> store.open("bocks"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(
                        "there is no data set \"bocks\", the known ones are ml-100k, ml-latest-small, books");
        assertThatThrownBy(() -> store.get("../../etc", Optional.empty(), Progress.silent()))
                .hasMessageContaining("there is no data set \"../../etc\"");
    }

    @Test
    void noticesFilesThatWereChanged() throws Exception {
        store.add("books", items, ratings, BOOKS);
        var stored = folder.resolve("home/datasets/books/interactions.tsv");
        Files.writeString(stored, Files.readString(stored).replace("4.5", "1.5"));

        assertThatThrownBy(() -> store.open("books"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("were changed or damaged; delete that folder");
    }

    private void expect(String text, String message) throws Exception {
        Files.writeString(ratings, text);
        assertThatThrownBy(() -> store.add("books", items, ratings, BOOKS))
                .as(text)
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(message);
        assertThat(folder.resolve("home/datasets/books")).doesNotExist();
    }
}
