package dev.sommelier.datasets.trec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sommelier.core.SommelierException;
import java.nio.file.Path;

/// Whatever bytes a file holds, it is read or refused with the documented failure. The normal build runs the kept
/// corpus; to fuzz, see docs/evaluation.md.
class TrecFuzzTest {
    private static final Path FILE = Path.of("fuzzed");

    @FuzzTest
    void qrels(byte[] bytes) {
        try {
            var topics = QrelsParser.parse(TrecText.of(FILE, bytes)).value().topics();
            if (topics.isEmpty()) {
                throw new IllegalStateException("read without a judgement");
            }
        } catch (SommelierException e) {
            check(e);
        }
    }

    @FuzzTest
    void run(byte[] bytes) {
        try {
            var topics = RunParser.parse(TrecText.of(FILE, bytes)).value().topics();
            for (var topic : topics) {
                for (int i = 0; i < topic.size(); i++) {
                    if (!Double.isFinite(topic.score(i))
                            || topic.documents().get(i).isEmpty()) {
                        throw new IllegalStateException("read an impossible line");
                    }
                }
            }
        } catch (SommelierException e) {
            check(e);
        }
    }

    private static void check(SommelierException failure) {
        var message = String.valueOf(failure.getMessage());
        if (!message.matches("fuzzed:[0-9]+: [^\n]+")) {
            throw new IllegalStateException("a failure names file and line, got " + message, failure);
        }
    }
}
