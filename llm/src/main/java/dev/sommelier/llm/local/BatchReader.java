package dev.sommelier.llm.local;

import dev.sommelier.core.Usage;
import dev.sommelier.llm.ffi.NativeBatch;
import dev.sommelier.llm.local.LocalEngine.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads what the model thinks after several prompts, as many in one decode as fit a batch.
///
/// Which prompts share a batch follows from the list alone: neighbours with the same prefix, as long as they fit. A
/// prompt that shares its batch with none is read as it would be by itself.
final class BatchReader {
    /// Logits are of the vocabulary's size, so only so many tokens of a batch may have them.
    private static final int MOST_OUTPUTS = 64;
    private static final int MOST_SEQUENCES = 64;

    private final PromptCache cache;
    private final int batchTokens;
    private final int vocabulary;

    /// @param batchTokens the most tokens of one decode
    /// @param vocabulary the number of tokens of the model
    BatchReader(PromptCache cache, int batchTokens, int vocabulary) {
        this.cache = cache;
        this.batchTokens = batchTokens;
        this.vocabulary = vocabulary;
    }

    /// The log-probabilities of each ask's paths.
    ///
    /// @throws dev.sommelier.llm.ModelFailure of kind OVERFLOW if one does not fit the context; nothing was decoded
    /// then
    List<Reading<double[]>> read(List<Ask> asks) {
        asks.forEach(ask -> cache.require(ask.chunks(), ask.following()));
        var readings = new ArrayList<Reading<double[]>>();
        while (readings.size() < asks.size()) {
            var rows = rows(asks, readings.size());
            if (rows.size() == 1) {
                rows.getFirst().asks().forEach(ask -> readings.add(alone(ask)));
            } else {
                together(rows, readings);
            }
        }
        return readings;
    }

    private Reading<double[]> alone(Ask ask) {
        return alone(ask.chunks(), ask.following(), ask.alone());
    }

    /// Reads one prompt by itself.
    ///
    /// @param following the most tokens that the reader decodes in a row
    <T> Reading<T> alone(List<int[]> chunks, int following, Function<Continuations, T> reader) {
        long start = System.nanoTime();
        var work = cache.prompt(chunks, following);
        var continuations = new Continuations(cache, vocabulary);
        var value = reader.apply(continuations);
        var usage = new Usage(1, work.decoded() + continuations.decoded(), work.shared(), 0, since(start));
        return new Reading<>(value, usage);
    }

    private List<BatchRow> rows(List<Ask> asks, int from) {
        var rows = new ArrayList<BatchRow>();
        for (int i = from; i < asks.size(); i++) {
            var ask = asks.get(i);
            var longer = new ArrayList<>(rows);
            if (!rows.isEmpty() && ask.samePrompt(rows.getLast().asks().getFirst())) {
                var same = new ArrayList<>(longer.removeLast().asks());
                same.add(ask);
                longer.add(new BatchRow(same));
            } else {
                longer.add(new BatchRow(List.of(ask)));
            }
            boolean first = rows.isEmpty();
            if (!first && !(ask.sharesPrefix(asks.get(from)) && fits(longer, ask))) {
                break;
            }
            rows = longer;
            if (first && !fits(rows, ask)) {
                break;
            }
        }
        return rows;
    }

    private boolean fits(List<BatchRow> rows, Ask ask) {
        int prefix = PromptCache.tokens(ask.prefix());
        int tokens = rows.stream().mapToInt(BatchRow::tokens).sum();
        return tokens <= batchTokens
                && prefix + tokens <= cache.capacity()
                && rows.stream().mapToInt(BatchRow::outputs).sum() <= MOST_OUTPUTS
                && rows.stream().mapToInt(BatchRow::sequences).sum() <= MOST_SEQUENCES;
    }

    private void together(List<BatchRow> rows, List<Reading<double[]>> readings) {
        long start = System.nanoTime();
        var work = cache.prefix(rows.getFirst().asks().getFirst().prefix());
        int prefix = cache.length();
        var batch = new NativeBatch();
        int sequence = 1;
        for (var row : rows) {
            row.addTo(batch, prefix, sequence);
            sequence += row.sequences();
        }
        cache.together(batch, sequence - 1);
        float[] logits = new float[vocabulary];
        var values = new ArrayList<List<double[]>>();
        int first = 0;
        for (var row : rows) {
            values.add(row.read(cache, first, logits));
            first += row.tokens();
        }
        bill(rows, values, work, since(start), readings);
    }

    /// The first ask pays for what was decoded of the prefix, the first of each prompt for its tokens; the time is
    /// shared in proportion to the tokens of a row and evenly within it.
    private static void bill(
            List<BatchRow> rows,
            List<List<double[]>> values,
            PromptCache.Work prefix,
            Duration time,
            List<Reading<double[]>> readings) {
        long all = rows.stream().mapToLong(BatchRow::tokens).sum();
        int decoded = prefix.decoded();
        int shared = prefix.shared();
        for (int r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            var each = Duration.ofNanos(
                    time.toNanos() * row.tokens() / (all * row.asks().size()));
            int prompt = row.asks().getFirst().chunks().getLast().length;
            for (int a = 0; a < row.asks().size(); a++) {
                boolean payer = a == 0;
                var usage =
                        new Usage(1, decoded + (payer ? row.tokens() : 0L), shared + (payer ? 0L : prompt), 0, each);
                readings.add(new Reading<>(values.get(r).get(a), usage));
                shared += decoded;
                decoded = 0;
            }
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
