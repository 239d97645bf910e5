package dev.sommelier.datasets.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
    @TempDir
    Path folder;

    private Path file(String select) throws SQLException {
        var file = folder.resolve("it's documents.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        return file;
    }

    private static List<Document> read(Path file) {
        var documents = new ArrayList<Document>();
        DocumentFiles.read(file, documents::add);
        return documents;
    }

    @Test
    void columnsAreFoundByNameAndRowsKeepTheirOrder() throws SQLException {
        var documents =
                read(file("SELECT 5000 - i AS pid, 'title ' || i AS title, i * .5 AS score, 'text' || chr(10) || i"
                        + " AS passage FROM range(5000) t(i)"));

        assertThat(documents).hasSize(5000);
        assertThat(documents.get(17).id()).isEqualTo("4983");
        assertThat(documents.get(17).title()).contains("title 17");
        assertThat(documents.get(17).text()).isEqualTo("text\n17");
        assertThat(documents.getLast().id()).isEqualTo("1");
    }

    @Test
    void aFileWithoutTitlesHasNone() throws SQLException {
        assertThat(read(file("SELECT 'a' AS _id, 'words' AS text")).getFirst().title())
                .isEmpty();
    }

    @Test
    void aMissingColumnAndANullAreToldWithTheirPlace() throws SQLException {
        var columns = file("SELECT 'a' AS id, 'words' AS words");
        assertThatThrownBy(() -> read(columns))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("expected a column that holds a text")
                .hasMessageContaining("got the columns id, words");
        var empty = file("SELECT 'a' AS id, 'words' AS text UNION ALL SELECT 'b', NULL");
        assertThatThrownBy(() -> read(empty)).hasMessageContaining("row 2: expected id and text, got null in text");
        var spaced = file("SELECT 'a b' AS id, 'words' AS text");
        assertThatThrownBy(() -> read(spaced))
                .hasMessageContaining("row 1: a document needs an id without white space");
    }

    @Test
    void aTornFileIsToldAndNoneOfItIsTaken() throws SQLException, IOException {
        var file = file("SELECT i AS id, 'words ' || i AS text FROM range(1000) t(i)");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("is no readable Parquet file");
    }
}
