package dev.sommelier.datasets.trec;

/// Splits lines into fields, in place.
final class Fields {
    /// Positions of more fields than these are not kept, the fields are only counted.
    private static final int KEPT = 7;

    private final TrecText text;
    private final byte[] bytes;
    private final int length;
    private final Oddities oddities;
    private final int[] starts = new int[KEPT];
    private final int[] ends = new int[KEPT];
    private final int lastPlain;
    private int next;

    Fields(TrecText text, Oddities oddities, int from) {
        this.text = text;
        this.bytes = text.bytes();
        this.length = text.length();
        this.oddities = oddities;
        this.next = from;
        int last = length - 1;
        while (last >= 0 && bytes[last] != '\n') {
            last--;
        }
        this.lastPlain = last;
    }

    /// Reads lines until one has content.
    ///
    /// @param to lines that start here or later are somebody else's
    /// @return the number of fields, 0 when there are no more lines
    int nextLine(int to) {
        while (next < to) {
            int count = next <= lastPlain ? plainLine() : 0;
            if (count == 0) {
                count = line();
            }
            if (count > 0) {
                return count;
            }
        }
        return 0;
    }

    /// The usual line: fields with one space or tab between, then a line feed, which is known to come.
    ///
    /// @return 0 if the line is anything else; nothing was taken then
    private int plainLine() {
        var line = bytes;
        int at = next;
        if (line[at] == '#') {
            return 0;
        }
        int count = 0;
        while (true) {
            int start = at;
            byte b = line[at];
            while (b > ' ' || b < 0) {
                b = line[++at];
            }
            if (at == start || count == KEPT) {
                return 0;
            }
            starts[count] = start;
            ends[count++] = at++;
            if (b == '\n') {
                next = at;
                return count;
            }
            if (b != ' ' && b != '\t') {
                return 0;
            }
        }
    }

    private int line() {
        // Locals: the first compiler would read fields again for every byte.
        var line = bytes;
        int size = length;
        int lineStart = next;
        int at = lineStart;
        int count = 0;
        boolean extra = false;
        while (true) {
            int gap = at;
            while (at < size && isSpace(line[at])) {
                at++;
            }
            extra |= at - gap > (count == 0 ? 0 : 1);
            if (at >= size || line[at] == '\n') {
                break;
            }
            if (count == 0 && line[at] == '#') {
                return comment(at);
            }
            int start = at;
            while (at < size && (line[at] > ' ' || inside(line[at], at))) {
                at++;
            }
            if (count < KEPT) {
                starts[count] = start;
                ends[count] = at;
            }
            count++;
        }
        next = at + 1;
        if (count == 0) {
            oddities.add(Oddity.BLANK_LINE, lineStart);
            return 0;
        }
        int last = at - 1;
        boolean carriage = bytes[last] == '\r';
        if (carriage) {
            oddities.add(Oddity.CARRIAGE_RETURN, lineStart);
            last--;
        }
        if (extra || isSpace(bytes[last])) {
            oddities.add(Oddity.EXTRA_SPACE, lineStart);
        }
        return count;
    }

    private int comment(int start) {
        int at = start;
        while (at < length && bytes[at] != '\n') {
            at++;
        }
        next = at + 1;
        oddities.add(Oddity.COMMENT, start);
        return 0;
    }

    /// The white space of C's `isspace`, but for the line feed.
    private static boolean isSpace(byte b) {
        return b <= ' ' && (b == ' ' || b == '\t' || b == '\r' || b == 0x0b || b == '\f');
    }

    /// Whether a byte up to the space or beyond ASCII belongs to a field.
    private boolean inside(byte b, int at) {
        if (b == 0) {
            throw text.failure(
                    at,
                    "expected text, got a zero byte; write the file as UTF-8, for example: iconv -f utf-16 -t utf-8");
        }
        return b != '\n' && !isSpace(b);
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    boolean same(int field, int start, int end) {
        int size = ends[field] - starts[field];
        if (size != end - start) {
            return false;
        }
        int at = starts[field];
        for (int i = 0; i < size; i++) {
            if (bytes[at + i] != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }
}
