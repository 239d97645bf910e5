package dev.sommelier.cli.chat;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/// The lines typed before. Pasted bulk is left out: nobody goes back to it, and it would be written to the disk.
final class ChatHistory extends DefaultHistory {
    private static final int LONGEST = 1000;

    @Override
    public void add(Instant time, String line) {
        if (line.length() <= LONGEST) {
            super.add(time, line);
        }
    }
}
