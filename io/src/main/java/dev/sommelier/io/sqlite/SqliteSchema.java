package dev.sommelier.io.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a SQLite file of ours holds.
///
/// @param what what the file is for people, such as `response cache`
/// @param mark four ASCII characters kept in the file's header, which tell our kinds of files apart
/// @param version of the tables, at least 1; a file of another version is refused
/// @param tables the statements that make the tables of a new file
public record SqliteSchema(String what, String mark, int version, List<String> tables) {
    public SqliteSchema {
        tables = List.copyOf(tables);
        if (mark.getBytes(StandardCharsets.US_ASCII).length != Integer.BYTES || version < 1) {
            throw new IllegalArgumentException(
                    "need a mark of 4 characters and a version of at least 1, got " + mark + " and " + version);
        }
    }

    int applicationId() {
        return ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
