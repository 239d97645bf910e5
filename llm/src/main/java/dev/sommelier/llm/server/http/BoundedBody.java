package dev.sommelier.llm.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.ResponseBody;

/// Reads answers up to a limit.
final class BoundedBody {
    private BoundedBody() {}

    static String text(ResponseBody body, long most) throws IOException {
        if (body.contentLength() > most || body.source().request(most + 1)) {
            throw tooLong(most);
        }
        return body.string();
    }

    static InputStream stream(ResponseBody body, long most) {
        return new FilterInputStream(body.byteStream()) {
            private long read;

            @Override
            public int read() throws IOException {
                int value = super.read();
                count(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                count(Math.max(0, count));
                return count;
            }

            private void count(int bytes) throws IOException {
                read += bytes;
                if (read > most) {
                    throw tooLong(most);
                }
            }
        };
    }

    private static AnswerException tooLong(long most) {
        return new AnswerException(AnswerException.Fault.TOO_LONG, "the answer has more than " + most + " bytes");
    }
}
