package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.datasets.format.ColumnMapping;
import dev.sommelier.io.Home;
import dev.sommelier.llm.testing.TinyGguf;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartIT {
    private static final Path ROOT = Path.of(System.getProperty("sommelier.root", ".."));

    @Test
    void theExampleRuns(@TempDir Path folder) throws Exception {
        var home = Home.at(folder.resolve("home"));
        var items = Files.writeString(folder.resolve("items.csv"), items());
        var interactions = Files.writeString(folder.resolve("interactions.csv"), interactions());
        new DatasetStore(home).add("books", items, interactions, ColumnMapping.parse("", "genre"));
        var model = folder.resolve("tiny.gguf");
        TinyGguf.write(model, 1);

        assertThat(printed(() -> QuickStart.run(home, "books", model)))
                .containsPattern("user u\\d+, HR@5 [01]\\.0\n {2}Book \\d+\n");
    }

    @Test
    void theReadmeShowsTheCodeThatRuns() throws Exception {
        var source = Files.readString(ROOT.resolve("experiments/src/test/java/example/QuickStart.java"));
        var code = source.substring(
                source.indexOf("// README: from here\n") + "// README: from here\n".length(),
                source.indexOf("        // README: to here"));

        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains(code.stripTrailing().stripIndent());
    }

    private static String items() {
        var lines = new StringBuilder("item,title,genre\n");
        for (int i = 1; i <= 20; i++) {
            lines.append(i).append(",Book ").append(i).append(i % 2 == 0 ? ",crime\n" : ",poetry\n");
        }
        return lines.toString();
    }

    private static String interactions() {
        var lines = new StringBuilder("user,item,rating,time\n");
        for (int user = 1; user <= 6; user++) {
            for (int j = 0; j < 8; j++) {
                lines.append("u" + user + "," + (1 + (user * 3 + j * 2) % 20) + "," + (1 + j % 5) + "," + j + "\n");
            }
        }
        return lines.toString();
    }

    private static String printed(Runnable work) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n", "", "\n"));
    }
}
