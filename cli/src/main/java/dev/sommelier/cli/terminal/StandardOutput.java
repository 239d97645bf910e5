package dev.sommelier.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Standard output that remembers whether its reader went away. That is no failure worth a sentence: `head` has what it
/// wanted. Not safe for use by several threads.
public final class StandardOutput extends FilterOutputStream {
    /// What a shell says of a process that such a pipe ended: 128 and the number of SIGPIPE.
    public static final int READER_GONE = 141;

    private boolean readerGone;

    public StandardOutput(OutputStream out) {
        super(out);
    }

    /// Whether a write failed since nobody reads any more.
    public boolean readerGone() {
        return readerGone;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            readerGone |= String.valueOf(e.getMessage()).contains("Broken pipe");
            throw e;
        }
    }
}
