package dev.sommelier.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.datasets.table.Part;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small files in the exact layout of what the publishers hand out, the awkward lines among them.
class LayoutTest {
    @TempDir
    Path folder;

    @Test
    void readsMovieLens1M() throws Exception {
        write("ml-1m/movies.dat", StandardCharsets.ISO_8859_1, """
                1::Toy Story (1995)::Animation|Children's|Comedy
                73::Mis\u00e9rables, Les (1995)::Drama|Musical
                """);
        write("ml-1m/users.dat", "1::F::1::10::48067\n");
        write("ml-1m/ratings.dat", "1::73::5::978300760\n2::1::x::978302109\n2::1::4\n2::1::3::978301968\n");

        var imported = read("movielens-dat");

        assertThat(imported.content().interactions())
                .containsExactly(new Interaction("1", "73", 5, 978300760), new Interaction("2", "1", 3, 978301968));
        assertThat(imported.content().items())
                .extracting(Item::title)
                .containsExactly("Toy Story (1995)", "Mis\u00e9rables, Les (1995)");
        assertThat(imported.content().items().getFirst().values("genre"))
                .containsExactly("Animation", "Children's", "Comedy");
        assertThat(imported.content().items().getFirst().values("period")).containsExactly("1990s");
        assertThat(imported.scale()).contains(new RatingScale(1, 5, 1));
        assertThat(imported.counts())
                .containsExactly(
                        Map.entry(
                                "lines of ratings.dat with a rating that is no number (the first is line 2), left out",
                                1L),
                        Map.entry("lines of ratings.dat with too few columns (the first is line 3), left out", 1L));
    }

    @Test
    void readsMovieLens10M() throws Exception {
        write("movies.dat", "1::Mis\u00e9rables, Les (1995)::Drama\n2::No Genre (2001)::(no genres listed)\n");
        write("tags.dat", "15::4973::excellent!::1215184630\n");
        write("ratings.dat", "1::1::4.5::838985046\n");

        var imported = read("movielens-dat");

        assertThat(imported.content().items().getFirst().title()).isEqualTo("Mis\u00e9rables, Les (1995)");
        assertThat(imported.content().items().getLast().values("genre")).isEmpty();
        assertThat(imported.content().interactions()).containsExactly(new Interaction("1", "1", 4.5, 838985046));
        assertThat(imported.scale()).contains(new RatingScale(0.5, 5, 0.5));
    }

    @Test
    void readsTheLargeMovieLens() throws Exception {
        write("ml-32m/movies.csv", """
                movieId,title,genres
                1,Toy Story (1995),Adventure|Animation
                2,"Usual Suspects, The (1995)",Crime
                3,"Quoted ""Name"" (2001)",(no genres listed)
                """);
        write("ml-32m/ratings.csv", """
                userId,movieId,rating,timestamp
                1,2,4.0,944249077
                1,1,0.5,944250228
                1,1,0.5
                7,99,3.5,944250300
                7,,3.5,944250300
                """);
        write("ml-32m/links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n");

        var imported = read("movielens-csv");

        assertThat(imported.content().interactions())
                .containsExactly(
                        new Interaction("1", "2", 4, 944249077),
                        new Interaction("1", "1", 0.5, 944250228),
                        new Interaction("7", "99", 3.5, 944250300));
        assertThat(imported.content().items())
                .extracting(Item::title)
                .containsExactly("Toy Story (1995)", "Usual Suspects, The (1995)", "Quoted \"Name\" (2001)", "99");
        assertThat(imported.counts())
                .containsEntry("lines of ratings.csv with too few columns (the first is line 4), left out", 1L)
                .containsEntry("lines of ratings.csv without user, item, rating or time, left out", 1L)
                .containsEntry("items that only interactions name, shown by their identifiers", 1L);
    }

    @Test
    void readsAmazon2018() throws Exception {
        write("Movies_and_TV_5.json", """
                {"overall": 5.0, "verified": true, "reviewTime": "11 9, 2012", "reviewerID": "A2M1CU2IRZG0K9", "asin": "0005089549", "style": {"Format:": " VHS Tape"}, "reviewerName": "x", "reviewText": "good", "summary": "s", "unixReviewTime": 1352419200}
                {"overall": 4.0, "reviewerID": "AFTUJYISOFHY6", "asin": "B000001", "unixReviewTime": 1325548800}
                broken
                {"overall": "many", "reviewerID": "AFTUJYISOFHY6", "asin": "B000001", "unixReviewTime": 1325548800}
                """);
        gzip("meta_Movies_and_TV.json.gz", """
                {"category": ["Movies & TV", "Movies"], "tech1": "", "description": ["d"], "title": "Steve  Green", "brand": "", "asin": "0005089549", "price": "$1.00"}
                {"category": [], "title": "", "brand": "Acme", "asin": "B000001"}
                {"category": [], "title": "Nobody saw it", "brand": "Acme", "asin": "B000009"}
                {"category": [], "title": "Again", "brand": "Acme", "asin": "0005089549"}
                """);

        var imported = read("amazon-2018");

        assertThat(imported.content().interactions())
                .containsExactly(
                        new Interaction("A2M1CU2IRZG0K9", "0005089549", 5, 1352419200),
                        new Interaction("AFTUJYISOFHY6", "B000001", 4, 1325548800));
        assertThat(imported.content().items()).extracting(Item::title).containsExactly("Steve Green", "B000001");
        assertThat(imported.content().items().getFirst().values("category")).containsExactly("Movies & TV", "Movies");
        assertThat(imported.content().items().getLast().values("brand")).containsExactly("Acme");
        assertThat(imported.counts())
                .containsEntry("lines of Movies_and_TV_5.json without user, item, rating or time, left out", 2L)
                .containsEntry("items without a title, shown by their identifiers", 1L)
                .containsEntry("items of meta_Movies_and_TV.json.gz without an interaction, left out", 1L)
                .containsEntry("lines of meta_Movies_and_TV.json.gz with an item that came before, left out", 1L);
    }

    @Test
    void readsTheRatingsOfAmazon2018() throws Exception {
        write("Gift_Cards.csv", "B001GXRQW0,A1B2C3D4E5F6G7,1.0,1557705600\nB001H53QE4,A2ZEQ1RAG0LJXB,5.0,1200000000\n");

        var imported = read("amazon-2018-csv");

        assertThat(imported.content().interactions())
                .contains(new Interaction("A1B2C3D4E5F6G7", "B001GXRQW0", 1, 1557705600))
                .hasSize(2);
        assertThat(imported.counts())
                .containsExactly(Map.entry("items that only interactions name, shown by their identifiers", 2L));
    }

    @Test
    void readsAmazon2023() throws Exception {
        write("All_Beauty.jsonl", """
                {"rating": 5.0, "title": "Such a lovely scent", "text": "t", "images": [], "asin": "B00YQ6X8EO", "parent_asin": "B00YQ6X8EO", "user_id": "AGKHLEW2SOWHNMFQIJGBECAF7INQ", "timestamp": 1588687728923, "helpful_vote": 0, "verified_purchase": true}
                """);
        write("meta_All_Beauty.jsonl", """
                {"main_category": "All Beauty", "title": "Herbivore - Mist", "average_rating": 4.3, "features": [], "store": "Herbivore", "categories": ["Skin", "Face"], "details": {}, "parent_asin": "B00YQ6X8EO"}
                """);

        var imported = read("amazon-2023");

        assertThat(imported.content().interactions())
                .containsExactly(new Interaction("AGKHLEW2SOWHNMFQIJGBECAF7INQ", "B00YQ6X8EO", 5, 1588687728));
        assertThat(imported.content().items())
                .containsExactly(new Item(
                        "B00YQ6X8EO",
                        "Herbivore - Mist",
                        Map.of("category", List.of("Skin", "Face"), "brand", List.of("Herbivore"))));
    }

    @Test
    void readsTheBenchmarkFilesOfAmazon2023WithTheirSplit() throws Exception {
        var header = "user_id,parent_asin,rating,timestamp";
        write("Toys.train.csv", header + ",history\nAGKA,B006GBITXC,3.0,1452647382000,\n");
        write("Toys.valid.csv", header + ",history\nAGKA,B00TLEMSVK,4.0,1454675785000,B006GBITXC\n");
        write("Toys.test.csv", header + ",history\nAGKA,B00SO7HF6I,5.0,1454676014000,B006GBITXC B00TLEMSVK\n");

        var table = table(read("amazon-2023-csv"));

        assertThat(table.items()).containsExactly("B006GBITXC", "B00TLEMSVK", "B00SO7HF6I");
        assertThat(parts(table)).containsExactly(Part.TRAIN, Part.VALIDATION, Part.TEST);
        assertThat(table.time(0)).isEqualTo(1452647382);
    }

    @Test
    void readsYelp() throws Exception {
        write("yelp_academic_dataset_review.json", """
                {"review_id":"KU_O5udG6zpxOg-VcAEodg","user_id":"mh_-eMZ6K5RLWhZyISBhwA","business_id":"XQfwVwDr-v0ZS3_CbbE5Xw","stars":3.0,"useful":0,"funny":0,"cool":0,"text":"t","date":"2018-07-07 22:09:11"}
                {"review_id":"BiTunyQ73aT9WBnpR9DZGw","user_id":"u","business_id":"b","stars":5.0,"date":"soon"}
                """);
        write("yelp_academic_dataset_business.json", """
                {"business_id":"XQfwVwDr-v0ZS3_CbbE5Xw","name":"Turning Point","city":"North Wales","stars":3.0,"attributes":{"a":"b"},"categories":"Restaurants, Breakfast & Brunch","hours":null}
                """);

        var imported = read("yelp");

        assertThat(imported.content().interactions())
                .containsExactly(new Interaction("mh_-eMZ6K5RLWhZyISBhwA", "XQfwVwDr-v0ZS3_CbbE5Xw", 3, 1531001351));
        assertThat(imported.content().items().getFirst().values("category"))
                .containsExactly("Restaurants", "Breakfast & Brunch");
        assertThat(imported.counts())
                .containsExactly(Map.entry(
                        "lines of yelp_academic_dataset_review.json without user, item, rating or time, left out", 1L));
    }

    @Test
    void readsLastFm() throws Exception {
        write("artists.dat", """
                id\tname\turl\tpictureURL
                51\tDuran "Duran\thttp://a\thttp://b
                52\tMorcheeba\thttp://a\t
                """);
        write("user_artists.dat", "userID\tartistID\tweight\n2\t51\t13883\n2\t52\t11690\n");

        var imported = read("lastfm-hetrec");

        assertThat(imported.content().interactions())
                .containsExactly(new Interaction("2", "51", 13883, 0), new Interaction("2", "52", 11690, 0));
        assertThat(imported.content().items()).extracting(Item::title).containsExactly("Duran \"Duran", "Morcheeba");
        assertThat(imported.scale()).isEmpty();
        assertThat(imported.counts()).isEmpty();
    }

    @Test
    void readsLightGcnWithItsSplit() throws Exception {
        write("gowalla/train.txt", "0 0 1 2 \n1 2 0\n2 \nx 1\n");
        write("gowalla/test.txt", "0 3\n1\n");
        write("gowalla/item_list.txt", "org_id remap_id\n9064 0\n9078 1\n9246 2\n9299 3\n");

        var imported = read("lightgcn");

        var table = table(imported);
        assertThat(table)
                .containsExactly(
                        new Interaction("0", "0", 1, 0),
                        new Interaction("0", "1", 1, 0),
                        new Interaction("0", "2", 1, 0),
                        new Interaction("1", "2", 1, 0),
                        new Interaction("1", "0", 1, 0),
                        new Interaction("0", "3", 1, 0));
        assertThat(parts(table).getLast()).isEqualTo(Part.TEST);
        assertThat(imported.content().items().getFirst()).isEqualTo(new Item("0", "9064", Map.of()));
        assertThat(imported.counts())
                .containsExactly(
                        Map.entry("users of train.txt without an item, left out", 1L),
                        Map.entry("lines of train.txt that are not numbers with spaces between, left out", 1L),
                        Map.entry("users of test.txt without an item, left out", 1L));
    }

    @Test
    void readsSteam() throws Exception {
        write("games.csv", """
                app_id,title,date_release,win,mac,linux,rating,positive_ratio,user_reviews,price_final,price_original,discount,steam_deck
                13500,"Prince of Persia: Warrior Within\u2122",2008-11-21,true,false,false,Very Positive,84,2199,9.99,9.99,0.0,true
                """);
        write("recommendations.csv", """
                app_id,helpful,funny,date,is_recommended,hours,user_id,review_id
                13500,0,0,2022-12-12,true,36.3,51580,0
                13500,4,0,2017-02-17,false,11.5,2586,1
                """);

        var imported = read("steam");

        assertThat(imported.content().interactions())
                .containsExactly(
                        new Interaction("51580", "13500", 1, 1670803200),
                        new Interaction("2586", "13500", 0, 1487289600));
        assertThat(imported.content().items().getFirst().title()).isEqualTo("Prince of Persia: Warrior Within\u2122");
        assertThat(imported.content().items().getFirst().values("year")).containsExactly("2008");
    }

    @Test
    void readsMindWithTrainAndDev() throws Exception {
        var news =
                "N1\tsports\tgolf\tA \"title\"\tabstract\thttps://u\t[]\t[]\nN2\tnews\tnewsus\tOther\t\thttps://u\t[]\t[]\n";
        write("MINDsmall_train/news.tsv", news);
        write("MINDsmall_dev/news.tsv", news + "N3\tnews\tnewsus\tThird\t\thttps://u\t[]\t[]\n");
        write("MINDsmall_train/behaviors.tsv", """
                1\tU13740\t11/11/2019 9:05:58 AM\tN1 N2\tN3-1 N2-0
                2\tU13740\t11/11/2019 10:05:58 PM\tN1 N2\tN1-1
                3\tU2\tnever\t\tN1-1
                """);
        write("MINDsmall_dev/behaviors.tsv", "1\tU9\t11/15/2019 8:55:22 AM\t\tN2-1 N1\n");

        var clicks = read("mind");
        var shown = Layout.named("mind-shown").read(folder);

        assertThat(clicks.content().interactions())
                .containsExactly(
                        new Interaction("U13740", "N1", 1, 0),
                        new Interaction("U13740", "N2", 1, 0),
                        new Interaction("U13740", "N3", 1, 1573463158),
                        new Interaction("U13740", "N1", 1, 1573509958),
                        new Interaction("U9", "N2", 1, 1573808122));
        assertThat(parts(table(clicks)).getLast()).isEqualTo(Part.TEST);
        assertThat(clicks.content().items()).extracting(Item::title).containsExactly("A \"title\"", "Other", "Third");
        assertThat(clicks.counts())
                .containsEntry("lines of behaviors.tsv without user or time, left out", 1L)
                .containsEntry("impressions without a label, left out", 1L)
                .containsEntry("impressions that were not clicked, left out (--format mind-shown keeps them)", 1L);
        assertThat(shown.content().interactions())
                .contains(new Interaction("U13740", "N2", 0, 1573463158))
                .hasSize(6);
        assertThat(shown.scale()).contains(new RatingScale(0, 1, 1));
    }

    @Test
    void readsRecBenchWhateverItsColumnsAreCalled() throws Exception {
        parquet("items.parquet", "SELECT * FROM (VALUES ('N1','One','news'),('N2','Two',NULL)) t(nid,title,cat)");
        parquet("users.parquet", "SELECT 'U1' AS uid, ['N1','N2'] AS history UNION ALL SELECT 'U2', ['N2'] ORDER BY 1");
        parquet("finetune.parquet", "SELECT * FROM (VALUES ('U1','N2',0),('U2','N1',1)) t(uid,nid,click)");
        parquet("test.parquet", "SELECT * FROM (VALUES ('U1','N2',1),('U1','N1',0),('U2','N2',7)) t(uid,nid,click)");
        write("valid_user_set_0.1.txt", "U2\n");

        var imported = read("recbench");

        assertThat(imported.content().interactions())
                .containsExactly(
                        new Interaction("U1", "N1", 1, 0),
                        new Interaction("U1", "N2", 1, 0),
                        new Interaction("U2", "N2", 1, 0),
                        new Interaction("U2", "N1", 1, 0),
                        new Interaction("U1", "N2", 1, 0));
        assertThat(parts(table(imported)))
                .containsExactly(Part.TRAIN, Part.TRAIN, Part.TRAIN, Part.VALIDATION, Part.TEST);
        assertThat(imported.content().items().getFirst())
                .isEqualTo(new Item("N1", "One", Map.of("cat", List.of("news"))));
        assertThat(imported.counts())
                .containsEntry("rows with label 0, left out (--format recbench-shown keeps them)", 2L)
                .containsEntry("rows of test.parquet without user, item or a label of 0 or 1, left out", 1L);
        assertThat(Layout.named("recbench-shown").read(folder).content().interactions())
                .hasSize(7);
    }

    @Test
    void saysWhatItKnowsWhenAFolderIsOfNoFormat() throws Exception {
        write("clicks.csv", "a,b\n");

        assertThatThrownBy(() -> Layout.recognise(folder))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("holds no data set that is known here, got clicks.csv; expected one of: ")
                .hasMessageContaining("yelp (yelp_academic_dataset_review.json and");
        assertThatThrownBy(() -> Layout.recognise(folder.resolve("x.zip")))
                .hasMessageContaining("give the folder of the unpacked files, not an archive");
        assertThatThrownBy(() -> Layout.named("yelp").read(folder))
                .hasMessageContaining("holds no yelp_academic_dataset_review.json, got clicks.csv");
        assertThatThrownBy(() -> Layout.named("netflix"))
                .hasMessageContaining("there is no format \"netflix\"; choose among movielens-100k");
    }

    private Imported read(String expected) {
        var layout = Layout.recognise(folder);
        assertThat(layout.name()).isEqualTo(expected);
        return layout.read(folder);
    }

    private static InteractionTable table(Imported imported) {
        return InteractionTable.of(imported.content().interactions());
    }

    private static List<Part> parts(InteractionTable table) {
        return IntStream.range(0, table.size()).mapToObj(table::part).toList();
    }

    private void write(String name, String text) throws IOException {
        write(name, StandardCharsets.UTF_8, text);
    }

    private void write(String name, Charset charset, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, charset);
    }

    private void gzip(String name, String text) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void parquet(String name, String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + folder.resolve(name) + "' (FORMAT PARQUET)");
        }
    }
}
