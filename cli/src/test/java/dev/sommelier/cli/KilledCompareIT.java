package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.cli.wiring.ContenderKinds;
import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.compare.JobFolder;
import dev.sommelier.experiments.compare.Plan;
import dev.sommelier.experiments.compare.spec.ExperimentFile;
import dev.sommelier.experiments.tune.TuningFile;
import dev.sommelier.io.journal.Journal;
import dev.sommelier.llm.testing.TinyGguf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the processes of `sommelier compare` and `sommelier tune` by SIGKILL in the middle of each task, of classic
/// contenders and of such with the real engine on a model that the test writes, and expects the reports of a run that
/// nobody disturbed. `-Dsommelier.kills=N` kills N times in each task (default 1), `-Dsommelier.kills.seed=N`
/// elsewhere.
class KilledCompareIT {
    private static final int KILLS = Integer.getInteger("sommelier.kills", 1);
    private static final long SEED = Long.getLong("sommelier.kills.seed", 7);
    private static final int USERS = 24;
    private static final int ITEMS = 24;
    private static final int EVENTS = 7;
    private static final int POLL_MILLIS = 2;
    /// What the shell calls a process that ended by SIGKILL.
    private static final int KILLED = 128 + 9;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TIMED_TABLE = Pattern.compile(
            "<div class=\"scroll\"[^>]*aria-label=\"(What it cost|The frontier of)[^\"]*\">.*?</table></div>",
            Pattern.DOTALL);
    private static final Pattern CHARTS =
            Pattern.compile("<script type=\"application/json\" id=\"report-data\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("<th scope=\"row\">date</th><td>[^<]*</td>");

    private static final String COMPARISON = """
            name: Killed
            data: films
            batch: 1
            tasks:
              - {task: ranking, k: 5, users: 24}
              - {task: sequential, k: 5, histories: 2, users: 16}
              - {task: rerank, from: popularity, depth: 6, target: always, k: 5, users: 16}
              - {task: rating, users: 24}
              - {task: click, negatives: 3, users: 16}
            contenders:
              - popularity
              - itemknn
              - {kind: llm-yes-no, history: 3, base: popularity, depth: 4}
              - {kind: llm-title, history: 3, base: popularity, depth: 4}
              - bias
              - {kind: llm-rating, history: 3}
              - logistic
            """;
    private static final String SEARCH = """
            name: Killed search
            data: films
            task: {task: click, negatives: 3}
            trials: 12
            contenders:
              - {kind: itemknn, neighbours: [1, 20, log-whole], similarity: [cosine, jaccard]}
              - {kind: bpr, factors: 8, rate: [0.005, 0.1, log], epochs: 30}
              - {kind: llm-title, history: [1, 2, 3], rounds: 2, reduction: 2}
            """;

    /// Units of work between which the process is to die.
    ///
    /// @param first the first unit of a task
    /// @param end the unit after its last
    private record Middle(int first, int end) {}

    @TempDir
    Path folder = Path.of("");

    private String model = "";

    @BeforeEach
    void dataAndModel() throws Exception {
        model = TinyGguf.write(folder.resolve("tiny.gguf"), 1).toString();
        var random = new Random(5);
        var items = new StringBuilder("item,title,genre\n");
        for (int i = 0; i < ITEMS; i++) {
            items.append("i%d,Film %d,%s%n".formatted(i, i, i % 3 == 0 ? "crime|drama" : i % 3 == 1 ? "sf" : "drama"));
        }
        var ratings = new StringBuilder("user,item,rating,time\n");
        for (int u = 0; u < USERS; u++) {
            for (int e = 0; e < EVENTS; e++) {
                int item = (int) (ITEMS * random.nextDouble() * random.nextDouble());
                ratings.append("u%d,i%d,%d,%d%n".formatted(u, item, 1 + random.nextInt(5), e));
            }
        }
        var added = start(
                "data",
                "add",
                "films",
                "--items",
                write("items.csv", items.toString()),
                "--interactions",
                write("ratings.csv", ratings.toString()),
                "--attributes",
                "genre");
        assertThat(added.waitFor()).as(err()).isZero();
    }

    @Test
    void aComparisonKilledWithinEachTaskEndsInTheSameReports() throws Exception {
        var kinds = ContenderKinds.facts(ContenderKinds.toRead());
        var plan = Plan.of(
                ExperimentFile.read("e.yaml", COMPARISON, kinds),
                kinds,
                (data, task) -> task.users().orElseThrow());
        var tasks = new ArrayList<Middle>();
        int first = 0;
        for (var stage : plan.stages()) {
            int units = 1 + stage.users() * stage.contenders().size();
            tasks.add(new Middle(first, first + units));
            first += units;
        }
        assertThat(tasks).hasSize(5);
        assertThat(first).isEqualTo(plan.size());

        killAndCompare("compare", write("experiment.yaml", COMPARISON), tasks);
    }

    @Test
    void aSearchKilledWithinEachContenderEndsInTheSameReports() throws Exception {
        var tuning = TuningFile.read("t.yaml", SEARCH, ContenderKinds.facts(ContenderKinds.toRead()));
        var searches = new ArrayList<Middle>();
        int first = 0;
        for (var contender : tuning.contenders()) {
            int trials = 1;
            for (int round = 0; round < contender.rounds(); round++) {
                trials += contender.size(round);
            }
            searches.add(new Middle(first, first + trials));
            first += trials;
        }

        killAndCompare("tune", write("search.yaml", SEARCH), searches);
    }

    private void killAndCompare(String command, String file, List<Middle> middles) throws Exception {
        var whole = folder.resolve("whole");
        assertThat(work(command, file, whole).waitFor()).as(err()).isZero();
        var killed = folder.resolve("killed");
        var random = new Random(SEED);
        for (var middle : middles) {
            int at = middle.first();
            for (int kill = 0; kill < KILLS; kill++) {
                // In the first part of what is left, so that work remains for the next kill, and for the end.
                int room = Math.max(1, (middle.end() - at) / (KILLS - kill + 1));
                at = kill(command, file, killed, at + 1 + random.nextInt(room));
                assertThat(at)
                        .as("units done when it was killed within %s, seed %d", middle, SEED)
                        .isGreaterThan(middle.first())
                        .isLessThan(middle.end());
            }
        }
        assertThat(work(command, file, killed).waitFor()).as(err()).isZero();

        assertThat(killed.resolve("figures.csv")).hasSameBinaryContentAs(whole.resolve("figures.csv"));
        assertThat(json(killed)).isEqualTo(json(whole));
        assertThat(html(killed)).isEqualTo(html(whole));
    }

    /// Starts the work and kills it when so many units are done.
    ///
    /// @return how many units were done when it was dead
    private int kill(String command, String file, Path out, int units) throws Exception {
        var process = work(command, file, out);
        while (done(out) < units) {
            assertThat(process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS))
                    .as("the work ended before %d units were done: %s", units, process.isAlive() ? "" : err())
                    .isFalse();
        }
        process.destroyForcibly();
        assertThat(process.waitFor()).isEqualTo(KILLED);
        assertThat(out.resolve("report.json")).doesNotExist();
        return done(out);
    }

    private static int done(Path out) {
        var journal = JobFolder.journal(out);
        if (!Files.exists(journal)) {
            return 0;
        }
        try (var reader = Journal.openToRead(journal)) {
            return (int) (reader.counts().done() + reader.counts().failed());
        } catch (SommelierException e) {
            // The process is about to make it.
            return 0;
        }
    }

    /// The report as data, but for its date and the tables of cost.
    private static String json(Path out) throws IOException {
        var report = (ObjectNode) JSON.readTree(out.resolve("report.json").toFile());
        ((ObjectNode) report.get("provenance")).remove("date");
        var tables = (ArrayNode) report.get("tables");
        for (int i = tables.size() - 1; i >= 0; i--) {
            if (tables.get(i).get("id").asText().matches("(.*-)?cost")) {
                tables.remove(i);
            }
        }
        assertThat(tables).hasSizeGreaterThan(5);
        return report.toString();
    }

    /// The page, but for its date and the tables and charts of cost.
    private static String html(Path out) throws IOException {
        var page = Files.readString(out.resolve("report.html"));
        var data = CHARTS.matcher(page);
        assertThat(data.find()).isTrue();
        var charts = (ObjectNode) JSON.readTree(data.group(1)).get("charts");
        var timed = new ArrayList<String>();
        charts.fieldNames().forEachRemaining(id -> {
            if (id.endsWith("-costs")) {
                timed.add(id);
            }
        });
        charts.remove(timed);
        var rest = page.substring(0, data.start(1)) + charts + page.substring(data.end(1));
        return DATE.matcher(TIMED_TABLE.matcher(rest).replaceAll("")).replaceAll("");
    }

    private Process work(String command, String file, Path out) throws IOException {
        return start(command, file, "--out", out.toString(), "--model", model);
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("SOMMELIER_HOME", folder.resolve("home").toString());
        return builder.start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
