package dev.sommelier.experiments.pairs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.sommelier.agent.rerank.RerankPrompts;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.Split;
import dev.sommelier.datasets.split.SplitRule;
import dev.sommelier.experiments.report.JsonReport;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Hashes;
import dev.sommelier.llm.server.TemplateTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A folder of training pairs: `pairs.jsonl`, one JSON object a line, and `provenance.json`, which says where they come
/// from.
///
/// Only the training part of the split is read: neither validation nor test items are targets or stand in histories.
/// Trainers paste messages into a chat template, where `<|im_start|>` in a title would open a turn; such markers are
/// taken out of every text and counted. Same data, rule and options, same bytes.
///
/// @param users who were taken
/// @param usersWithout of them had fewer than two training events, so that nothing can be asked
/// @param pairs the lines of the file
/// @param withoutWrong questions left out because no wrong item was found
/// @param markersRemoved template markers taken out of texts
/// @param sha256 of the file of pairs
public record PairExport(
        int users, int usersWithout, long pairs, int withoutWrong, long markersRemoved, String sha256) {
    /// The file of pairs.
    public static final String PAIRS = "pairs.jsonl";

    /// The file that says where they come from.
    public static final String PROVENANCE = "provenance.json";

    private static final JsonFactory JSON = new JsonFactory();

    /// Writes both files into a folder.
    ///
    /// @param rule how the data set is cut
    /// @param host what is known of program and machine
    /// @throws SommelierException if no user has two training events, or a file cannot be written
    public static PairExport write(Path folder, Dataset dataset, SplitRule rule, PairOptions options, Provenance host) {
        var split = rule instanceof SplitRule.LeaveLastOut
                ? Split.leaveLastOut(dataset)
                : rule.cut(dataset).nextItems();
        var file = folder.resolve(PAIRS);
        var maker = new PairMaker(split.train(), options);
        var writer = new Lines(options.format());
        var taken = new int[1];
        AtomicFiles.write(file, temporary -> {
            try (var out = JSON.createGenerator(Files.newBufferedWriter(temporary, StandardCharsets.UTF_8))) {
                out.setRootValueSeparator(new SerializedString("\n"));
                taken[0] = maker.make(pair -> writer.write(out, pair));
                if (writer.lines > 0) {
                    out.writeRaw('\n');
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            if (writer.lines == 0) {
                throw new SommelierException("data set " + dataset.name() + " has no user with two events in the"
                        + " training part of " + rule.text() + "; choose another split or data set");
            }
        });
        var export = new PairExport(
                taken[0],
                maker.usersWithout(),
                writer.lines,
                maker.withoutWrong(),
                writer.markers,
                Hashes.sha256(file));
        AtomicFiles.write(
                folder.resolve(PROVENANCE),
                JsonReport.render(
                        export.provenance(dataset, split, rule, options, host).facts()));
        return export;
    }

    private Provenance provenance(Dataset dataset, Split split, SplitRule rule, PairOptions options, Provenance host) {
        var ask = options.ask() == PairAsk.TITLE ? RerankPrompts.titleFacts() : RerankPrompts.yesNoFacts();
        var view = options.view();
        return host.with("data set", dataset.name())
                .with("data source", dataset.source())
                .with("data licence", dataset.licence())
                .with("data content sha256", dataset.contentHash())
                .with("split", rule.text())
                .with("split sha256", split.hash())
                .with("part", "train; no validation or test item is a target or stands in a history")
                .with("ask", name(options.ask()))
                .with("prompt", ask)
                .with("format", name(options.format()))
                .with("columns", columns(options.format()))
                .with("history", view.items() + " items by " + name(view.choice()))
                .with("per user", Integer.toString(options.perUser()))
                .with("users asked for", options.users().map(Object::toString).orElse("all"))
                .with("seed", Long.toString(options.seed()))
                .with("wrong answers", "drawn uniformly among items without contact in training")
                .with("users", Integer.toString(users))
                .with("users without a pair", Integer.toString(usersWithout))
                .with("pairs", Long.toString(pairs))
                .with("questions without a wrong item", Integer.toString(withoutWrong))
                .with("template markers removed", Long.toString(markersRemoved))
                .with(PAIRS + " sha256", sha256);
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String columns(PairFormat format) {
        return switch (format) {
            case MESSAGES -> "messages";
            case PROMPT_COMPLETION -> "prompt, completion";
            case PREFERENCE -> "prompt, chosen, rejected";
        };
    }

    /// Writes lines and counts.
    private static final class Lines {
        private final PairFormat format;
        private long lines;
        private long markers;

        Lines(PairFormat format) {
            this.format = format;
        }

        void write(JsonGenerator out, TrainingPair pair) {
            var system = new Message("system", clean(pair.system()));
            var question = new Message("user", clean(pair.question()));
            var answer = new Message("assistant", clean(pair.answer()));
            try {
                out.writeStartObject();
                switch (format) {
                    case MESSAGES -> messages(out, "messages", List.of(system, question, answer));
                    case PROMPT_COMPLETION -> {
                        messages(out, "prompt", List.of(system, question));
                        messages(out, "completion", List.of(answer));
                    }
                    case PREFERENCE -> {
                        messages(out, "prompt", List.of(system, question));
                        messages(out, "chosen", List.of(answer));
                        messages(out, "rejected", List.of(new Message("assistant", clean(pair.rejected()))));
                    }
                }
                out.writeEndObject();
                lines++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String clean(String text) {
            var clean = TemplateTokens.clean(text);
            markers += clean.removed();
            return clean.text();
        }

        private static void messages(JsonGenerator out, String column, List<Message> messages) throws IOException {
            out.writeArrayFieldStart(column);
            for (var message : messages) {
                out.writeStartObject();
                out.writeStringField("role", message.role());
                out.writeStringField("content", message.content());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    private record Message(String role, String content) {}
}
