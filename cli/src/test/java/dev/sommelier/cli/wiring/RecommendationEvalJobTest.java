package dev.sommelier.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.UserItemFiles.Order;
import dev.sommelier.evaluation.recommendation.Policies;
import dev.sommelier.experiments.report.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendationEvalJobTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @BeforeEach
    void files() throws IOException {
        write("train.tsv", "u1\ta\t5\nu2\ta\t4\nu2\tb\t3\nu9\tc\t2\n");
        write("test.tsv", "u1\tb\t5\nu2\tc\t4\n");
        write("lists.tsv", "u1\tb\t1\nu1\tc\t2\nu2\ta\t1\n");
        write("items.csv", "item,genres\na,x\nb,x\nc,y\n");
    }

    @Test
    void listsAreMeasuredAndEveryPolicyIsNamedWithItsCount() {
        var files =
                job("lists.tsv", List.of("HR", "ILD", "ItemCoverage(count)@2")).run(notes::add);

        assertThat(notes)
                .hasSize(2)
                .anySatisfy(note -> assertThat(note).contains("column \"genres\""))
                .anySatisfy(note -> assertThat(note).contains("ordered by rank"));
        var text = RecommendationEvalReport.text(files, true);
        assertThat(text.lines().map(line -> line.replaceAll(" +", " ").strip()))
                .contains(
                        "HR@2\tu1\t1.0000",
                        "HR@2 0.5000 0.0000 1.0000 2",
                        "ILD@2 1.0000 1.0000 1.0000 1",
                        "ItemCoverage(count)@2 2.0000",
                        "2 users, 3 catalogue items, 4 training pairs.",
                        "Seen items: dropped (1).",
                        "Empty lists: zero (1 empty, 0 users without a list).");
    }

    @Test
    void csvAndJsonHoldTheSameFigures() {
        var files = job("lists.tsv", List.of("HR")).run(notes::add);

        assertThat(RecommendationEvalReport.csv(files, true)
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceFirst("[^,]*,", "")))
                .containsExactly("HR@2,all,0.5,0.0,1.0,2,0", "HR@2,u1,1.0,,,,", "HR@2,u2,0.0,,,,");
        assertThat(JsonReport.render(RecommendationEvalReport.documents(files, true)))
                .contains("\"metric\" : \"HR@2\"", "\"value\" : 0.5", "\"Unknown items\" : \"dropped\"", "\"u1\"");
    }

    @Test
    void aFaultInAListNamesItsFile() throws IOException {
        write("twice.tsv", "u1\tb\t1\nu1\tb\t2\n");
        assertThatThrownBy(() -> job("twice.tsv", List.of()).run(notes::add))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("twice.tsv: user u1: items must be listed once, got \"b\" twice");
    }

    private RecommendationEvalJob job(String lists, List<String> metrics) {
        return new RecommendationEvalJob(
                folder.resolve("train.tsv"),
                folder.resolve("test.tsv"),
                List.of(folder.resolve(lists)),
                metrics,
                List.of(2),
                Optional.of(folder.resolve("items.csv")),
                Optional.empty(),
                Order.AUTO,
                Policies.usual(),
                7);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
