package dev.sommelier.judges.job;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// What a plan is made from. Pairs and documents stream; neither need fit into memory.
///
/// @param topics all topics that pairs may name
/// @param pairs hands over the pairs in the order of the plan
/// @param documents hands over documents, also ones that no pair names
/// @param missing what becomes of pairs whose topic or document is not among them
public record PlanInputs(
        List<Topic> topics, Consumer<PairReceiver> pairs, Consumer<DocumentReceiver> documents, MissingText missing) {
    /// What becomes of pairs without a text.
    public enum MissingText {
        /// They stay in the plan and count as failed.
        KEPT,
        /// No plan is made.
        REFUSED
    }

    /// Receives pairs.
    @FunctionalInterface
    public interface PairReceiver {
        /// @param human the grade that a human gave, where one is known
        void pair(String topic, String document, OptionalInt human);
    }

    /// Receives documents.
    @FunctionalInterface
    public interface DocumentReceiver {
        /// @param place where it is, for messages, such as `docs.tsv:17`
        void document(Document document, String place);

        /// That a document has two texts under one identifier: which is meant nobody can tell, and the order of files
        /// should not decide it.
        ///
        /// @param document the later one
        /// @param place where it is
        static SommelierException secondText(Document document, String place) {
            return new SommelierException(place + ": document " + document.id()
                    + " must have one text, got another one than before under the same id; remove one of the two, or give"
                    + " it an id of its own");
        }

        /// A document that lies in no file.
        default void accept(Document document) {
            document(document, "the documents");
        }
    }

    public PlanInputs {
        topics = List.copyOf(topics);
    }

    /// Pairs without a text stay in the plan.
    public PlanInputs(List<Topic> topics, Consumer<PairReceiver> pairs, Consumer<DocumentReceiver> documents) {
        this(topics, pairs, documents, MissingText.KEPT);
    }
}
