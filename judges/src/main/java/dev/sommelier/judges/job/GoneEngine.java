package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.ModelFailure.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Notices that the engine is gone: batch after batch fails as a whole, for reasons that lie with the engine and not
/// with a pair. Without it a server that dies would cost every pair that is left a failure. Answers that are no labels
/// may
/// lie with the pairs too, so that more of them are needed. Safe for several threads.
final class GoneEngine {
    private static final int IN_A_ROW = 3;
    private static final int PAIRS_WITHOUT_A_LABEL = 60;
    private static final String ODD = Kind.PROTOCOL.word();
    private static final Set<String> KINDS = Set.of(
            Kind.CONNECTION.word(),
            Kind.TIMEOUT.word(),
            Kind.RATE_LIMIT.word(),
            Kind.REFUSED.word(),
            Kind.SERVER.word());

    /// Causes that a single pair never has.
    private static final Set<String> OF_THE_ENGINE_ALONE = Set.of(Kind.CONNECTION.word(), Kind.RATE_LIMIT.word());

    private final JudgingJob job;
    private int row;
    private int pairs;
    private boolean odd;

    GoneEngine(JudgingJob job) {
        this.job = job;
    }

    /// Hears of each batch that is kept.
    ///
    /// @param judgments what the judge said of the pairs that it was asked
    /// @param whole whether these were all of the batch; pairs that failed before may time out again for their own sake
    /// @throws SommelierException if this was the third in a row that failed wholly; where answers were no labels, if
    ///     it makes up {@value #PAIRS_WITHOUT_A_LABEL} such pairs as well
    synchronized void hear(List<Judgment> judgments, boolean whole) {
        var failures = judgments.stream()
                .filter(judgment -> judgment instanceof Judgment.Failed failed && blamed(failed.kind(), whole))
                .map(judgment -> (Judgment.Failed) judgment)
                .toList();
        if (failures.isEmpty() || failures.size() < judgments.size()) {
            row = 0;
            pairs = 0;
            odd = false;
            return;
        }
        row++;
        pairs += failures.size();
        odd |= failures.stream().anyMatch(failed -> failed.kind().equals(ODD));
        if (row >= IN_A_ROW && (!odd || pairs >= PAIRS_WITHOUT_A_LABEL)) {
            throw gone(failures);
        }
    }

    private SommelierException gone(List<Judgment.Failed> failures) {
        var kinds = failures.stream().map(Judgment.Failed::kind).distinct().collect(Collectors.joining(", "));
        var counts = job.counts();
        return new SommelierException(row + " batches in a row have failed wholly (" + kinds + ": "
                + failures.getFirst().cause() + "). What was judged is kept: " + counts.done() + " judged, "
                + counts.failed() + " failed " + counts.causes() + ", " + counts.pending()
                + " pending; when the engine answers as it should, go on by 'sommelier judge retry-failed "
                + job.folder()
                + "'");
    }

    private static boolean blamed(String kind, boolean whole) {
        return whole ? KINDS.contains(kind) || kind.equals(ODD) : OF_THE_ENGINE_ALONE.contains(kind);
    }
}
