package dev.sommelier.judges.job;

import dev.sommelier.core.Document;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Writes the documents that pairs name. A document may come twice, if it is the same; empty and repeated ones are
/// counted.
final class PlanDocuments implements AutoCloseable {
    /// The fact that holds what was odd, in sentences.
    static final String ODDITIES = "oddities";

    private static final int LISTED = 10;

    private final PreparedStatement find;
    private final PreparedStatement stored;
    private final PlanRows rows;
    private final BitSet seen = new BitSet();
    private final List<String> empty = new ArrayList<>();
    private long empties;
    private long repeated;

    private PlanDocuments(Connection connection) throws SQLException {
        this.find = connection.prepareStatement("SELECT number FROM needed WHERE id = ?");
        this.stored = connection.prepareStatement("SELECT title, text FROM document WHERE number = ?");
        this.rows = new PlanRows(connection.prepareStatement("INSERT INTO document VALUES (?, ?, ?)"));
    }

    /// Writes all.
    ///
    /// @throws dev.sommelier.core.SommelierException if a document that pairs name has two texts
    static void write(Connection connection, PlanInputs inputs) throws SQLException {
        try (var documents = new PlanDocuments(connection)) {
            inputs.documents().accept((document, place) -> {
                try {
                    documents.add(document, place);
                } catch (SQLException e) {
                    throw new PlanRows.Passing(e);
                }
            });
            PlanRows.fact(connection, ODDITIES, String.join("\n", documents.oddities()));
        } catch (PlanRows.Passing e) {
            throw e.sql();
        }
    }

    private void add(Document document, String place) throws SQLException {
        find.setString(1, document.id());
        int number;
        try (var found = find.executeQuery()) {
            if (!found.next()) {
                return;
            }
            number = Math.toIntExact(found.getLong(1));
        }
        if (seen.get(number)) {
            requireSame(number, document, place);
            repeated++;
            return;
        }
        seen.set(number);
        if (document.text().isBlank()) {
            empties++;
            if (empty.size() < LISTED) {
                empty.add(document.id());
            }
        }
        rows.add(statement -> {
            statement.setInt(1, number);
            PlanRows.text(statement, 2, document.title());
            statement.setString(3, document.text());
        });
    }

    private void requireSame(int number, Document document, String place) throws SQLException {
        rows.flush();
        stored.setInt(1, number);
        try (var found = stored.executeQuery()) {
            if (found.next()
                    && document.text().equals(found.getString(2))
                    && document.title().equals(Optional.ofNullable(found.getString(1)))) {
                return;
            }
        }
        throw PlanInputs.DocumentReceiver.secondText(document, place);
    }

    private List<String> oddities() {
        var sentences = new ArrayList<String>();
        if (empties > 0) {
            sentences.add(empties + (empties == 1 ? " document has" : " documents have")
                    + " an empty text and " + (empties == 1 ? "is" : "are") + " judged by no more than the title: "
                    + String.join(", ", empty) + (empties > empty.size() ? ", ..." : ""));
        }
        if (repeated > 0) {
            sentences.add(repeated + (repeated == 1 ? " document is" : " documents are")
                    + " given again with the same text and counted once");
        }
        return sentences;
    }

    @Override
    public void close() throws SQLException {
        try (find;
                stored;
                rows) {
            seen.clear();
        }
    }
}
