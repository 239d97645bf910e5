package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.ModelFailure.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Notices that the engine is gone: batch after batch fails as a whole, for reasons that lie with the engine and not
/// with a pair. Without it a server that dies would cost every pair that is left a failure. Safe for several threads.
final class GoneEngine {
    private static final int IN_A_ROW = 3;
    private static final Set<String> KINDS = Set.of(
            Kind.CONNECTION.word(),
            Kind.TIMEOUT.word(),
            Kind.RATE_LIMIT.word(),
            Kind.REFUSED.word(),
            Kind.SERVER.word());

    private final Path folder;
    private int row;

    GoneEngine(Path folder) {
        this.folder = folder;
    }

    /// Hears of each batch that is kept.
    ///
    /// @throws SommelierException if this was the third in a row that failed wholly
    synchronized void hear(List<Judgment> judgments) {
        row = !judgments.isEmpty() && judgments.stream().allMatch(GoneEngine::engineFailed) ? row + 1 : 0;
        if (row == IN_A_ROW && judgments.getFirst() instanceof Judgment.Failed failed) {
            row = 0;
            var kinds = judgments.stream()
                    .map(judgment -> ((Judgment.Failed) judgment).kind())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new SommelierException(IN_A_ROW + " batches in a row have failed wholly (" + kinds + ": "
                    + failed.cause() + "). What was judged is kept; when the engine answers again, go on by 'sommelier"
                    + " judge retry-failed " + folder + "'");
        }
    }

    private static boolean engineFailed(Judgment judgment) {
        return judgment instanceof Judgment.Failed failed && KINDS.contains(failed.kind());
    }
}
