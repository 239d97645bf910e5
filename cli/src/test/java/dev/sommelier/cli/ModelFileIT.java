package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `train`, `recommend --model-file` and `similar` as a person runs them, each in a process of its own.
class ModelFileIT {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void books() throws Exception {
        add(
                "books",
                "1,Alpha,sf|crime\n2,Beta,sf\n3,\"Gamma, \"\"the\"\" \u00e9\u4e2d\",crime\n4,Delta,sf\n5,Epsilon,crime\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ease", "userknn", "markov", "attributes"})
    void aModelFromAFileAnswersLikeOneTrainedNow(String kind) throws Exception {
        var trained = run("train", "--data", "books", "--model-kind", kind, "--out", file("m"), "--json");
        var again = run("train", "--data", "books", "--model-kind", kind, "--out", file("again"));
        var fromFile = run("recommend", "--model-file", file("m"), "--user", "u3", "--json");
        var now = run("recommend", "--data", "books", "--with", kind, "--user", "u3", "--json");

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(json(trained).get("bytes").asLong()).isEqualTo(Files.size(folder.resolve("m")));
        assertThat(json(trained).get("peakMemory").asText()).isNotBlank();
        assertThat(again.out()).contains("5 items", "peak memory", "bytes");
        assertThat(Files.readAllBytes(folder.resolve("again"))).isEqualTo(Files.readAllBytes(folder.resolve("m")));
        assertThat(fromFile.code()).as(fromFile.err()).isZero();
        assertThat(json(fromFile)).isEqualTo(json(now));
    }

    @Test
    void attributesFilterTheList() throws Exception {
        var crime = run("recommend", "--data", "books", "--liked", "Alpha", "--where", "genre=CRIME", "--json");
        var both = run(
                "recommend", "--data", "books", "--liked", "Alpha", "--where", "genre=sf", "--where", "genre=crime");
        var none = run("recommend", "--data", "books", "--liked", "Alpha", "--where", "genre=poetry");
        var unknown = run("recommend", "--data", "books", "--liked", "Alpha", "--where", "colour=red");

        assertThat(json(crime).get("items").findValuesAsText("item")).containsExactlyInAnyOrder("3", "5");
        assertThat(both.code()).isZero();
        assertThat(both.out()).isEqualTo("Nothing left to recommend.\n");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("no item has that genre; there are sf, crime.");
        assertThat(unknown.err()).contains("no attribute \"colour\"; there are genre.");
    }

    @Test
    void similarListsTheNeighboursOfATitle() throws Exception {
        run(
                "train",
                "--data",
                "books",
                "--model-kind",
                "itemknn",
                "--param",
                "similarity=cosine",
                "--param",
                "weighting=none",
                "--out",
                file("k"));
        var knn = run("similar", "--model-file", file("k"), "--title", "id:1", "-k", "100", "--json");
        run(
                "train",
                "--data",
                "books",
                "--model-kind",
                "slim",
                "--param",
                "l2=1",
                "--param",
                "l1=0",
                "--out",
                file("s"));
        var slim = run("similar", "--model-file", file("s"), "--title", "id:1", "-k", "1");

        assertThat(json(knn).get("items")).hasSize(4);
        assertThat(json(knn).get("items").get(0).get("title").asText()).isEqualTo("Beta");
        assertThat(slim.code()).as(slim.err()).isZero();
        assertThat(slim.out()).contains("Score");
    }

    @Test
    void filesThatCannotServeAreOneSentence() throws Exception {
        run("train", "--data", "books", "--model-kind", "popularity", "--out", file("m"));
        add("other", "1,Alpha,sf\n2,Beta,sf\n3,Gamma,crime\n4,Delta,sf\n5,Zeta,crime\n");
        byte[] bytes = Files.readAllBytes(folder.resolve("m"));
        Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 9));
        bytes[8] = 7;
        Files.write(folder.resolve("version"), bytes);

        assertThat(failure("recommend", "--model-file", file("cut"), "--user", "u1"))
                .contains("is cut off");
        assertThat(failure("recommend", "--model-file", file("version"), "--user", "u1"))
                .contains("has version 7, this Sommelier reads version 1");
        assertThat(failure("recommend", "--model-file", file("missing"), "--user", "u1"))
                .contains("there is no model file");
        assertThat(failure("recommend", "--model-file", file("books.csv"), "--user", "u1"))
                .contains("is not a model file");
        assertThat(failure("recommend", "--data", "other", "--model-file", file("m"), "--user", "u1"))
                .contains("another catalogue");
    }

    @Test
    void wrongParametersAreOneSentenceAndLeaveNoFile() throws Exception {
        assertThat(failure("train", "--data", "books", "--model-kind", "ease", "--param", "l=1", "--out", file("x")))
                .contains("no parameter \"l\"; this model has lambda");
        assertThat(failure(
                        "train", "--data", "books", "--model-kind", "ease", "--param", "lambda=-1", "--out", file("x")))
                .contains("lambda must be above 0, got -1.0");
        assertThat(failure("train", "--data", "books", "--model-kind", "random", "--out", file("x")))
                .contains("cannot be kept in a model file");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(run("recommend", "--user", "u1").code()).isEqualTo(2);
        assertThat(run("recommend", "--model-file", file("x"), "--with", "ease", "--user", "u1")
                        .code())
                .isEqualTo(2);
    }

    private String failure(String... arguments) throws Exception {
        var result = run(arguments);
        assertThat(result.code()).as(result.out()).isEqualTo(1);
        assertThat(result.err()).doesNotContain("\tat ", "unexpected");
        return result.err();
    }

    private void add(String name, String rows) throws Exception {
        var items = Files.writeString(folder.resolve(name + ".csv"), "item,title,genre\n" + rows);
        var ratings = Files.writeString(
                folder.resolve("ratings.csv"),
                "user,item,rating,time\nu1,1,5,1\nu1,2,4,2\nu1,3,2,3\nu2,1,4,1\nu2,2,5,2\nu2,4,3,3\nu3,1,3,1\nu3,4,4,2\n");
        var added = run(
                "data",
                "add",
                name,
                "--items",
                items.toString(),
                "--interactions",
                ratings.toString(),
                "--attributes",
                "genre");
        assertThat(added.code()).as(added.err()).isZero();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(Launcher.Result result) throws Exception {
        return new ObjectMapper().readTree(result.out());
    }

    private Launcher.Result run(String... arguments) throws Exception {
        return Launcher.in(folder).run(arguments);
    }
}
