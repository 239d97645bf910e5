package dev.sommelier.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.UserItemFiles.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserItemFilesTest {
    @TempDir
    Path folder;

    @Test
    void interactionsComeWithOrWithoutColumnNames() throws IOException {
        var expected = List.of(new Interaction("1", "1", 4.5, 0), new Interaction("1", "2", 3, 0));

        assertThat(UserItemFiles.interactions(file("1\t1\t4.5\t96\n1\t2\t3\t97\n")))
                .isEqualTo(expected);
        assertThat(UserItemFiles.interactions(file("\uFEFFrating,itemId,userId\r\n4.5,1,1\r\n3,2,1\r\n")))
                .isEqualTo(expected);
        assertThat(UserItemFiles.interactions(file("user_id:token\titem_id:token\trating:float\n1\t1\t4.5\n1\t2\t3\n")))
                .isEqualTo(expected);
        assertThat(UserItemFiles.interactions(file("1;1\n"))).containsExactly(new Interaction("1", "1", 1, 0));
    }

    @Test
    void wholeNumbersFromOneAreRanksAndOthersScores() throws IOException {
        assertThat(UserItemFiles.lists(file("u\ta\t2\nu\tb\t1\n"), Order.AUTO))
                .isEqualTo(new UserItemFiles.Lists(Map.of("u", List.of("b", "a")), Order.RANK));
        assertThat(UserItemFiles.lists(file("u\ta\t2\nu\tb\t1.5\n"), Order.AUTO))
                .isEqualTo(new UserItemFiles.Lists(Map.of("u", List.of("a", "b")), Order.SCORE));
        assertThat(UserItemFiles.lists(file("u\ta\nu\tb\n"), Order.AUTO))
                .isEqualTo(new UserItemFiles.Lists(Map.of("u", List.of("a", "b")), Order.FILE));
    }

    @Test
    void namesAndTheCallerDecideTheOrder() throws IOException {
        assertThat(UserItemFiles.lists(file("user,item,score\nu,a,1\nu,b,2\n"), Order.AUTO)
                        .lists())
                .containsEntry("u", List.of("b", "a"));
        assertThat(UserItemFiles.lists(file("user,item,score,rank\nu,a,1,1\nu,b,2,2\n"), Order.AUTO)
                        .lists())
                .containsEntry("u", List.of("a", "b"));
        assertThat(UserItemFiles.lists(file("u,a,1\nu,b,2\n"), Order.SCORE).lists())
                .containsEntry("u", List.of("b", "a"));
        assertThat(UserItemFiles.lists(file("u,a,2\nu,b,1\n"), Order.FILE).lists())
                .containsEntry("u", List.of("a", "b"));
    }

    @Test
    void attributesAreFoundByTheirUsualOrGivenName() throws IOException {
        var movies = file("movieId,title,genres\n1,\"Heat, The\",Crime|Drama\n2,Up,\n");
        assertThat(UserItemFiles.attributes(movies, Optional.empty()))
                .isEqualTo(Map.entry("genres", Map.of("1", List.of("Crime", "Drama"), "2", List.of())));
        assertThat(UserItemFiles.attributes(movies, Optional.of("title")).getKey())
                .isEqualTo("title");
        assertThatThrownBy(() -> UserItemFiles.attributes(movies, Optional.of("year")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("\"year\"");
    }

    @Test
    void faultsNameFileLineRuleAndValue() throws IOException {
        assertThatThrownBy(() -> UserItemFiles.interactions(file("1\t1\t4\n1\t2\n")))
                .hasMessageContaining(":2: expected 3 fields, got 2");
        assertThatThrownBy(() -> UserItemFiles.interactions(file("1\t1\t4\n1\t2\tNaN\n")))
                .hasMessageContaining(":2: the rating must be a number, got \"NaN\"");
        assertThatThrownBy(() -> UserItemFiles.interactions(file(""))).hasMessageContaining("empty file");
        assertThatThrownBy(() -> UserItemFiles.interactions(file("one\n")))
                .hasMessageContaining("at least user and item");
        assertThatThrownBy(() -> UserItemFiles.lists(file("a,b\n"), Order.RANK))
                .hasMessageContaining(":1: expected a rank");
        assertThatThrownBy(() -> UserItemFiles.interactions(file("user,thing\na,b\n")))
                .hasMessageContaining("must be named item");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.txt"), text);
    }
}
