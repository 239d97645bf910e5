package dev.sommelier.judges.relevance;

import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;

/// Refuses what a model cannot do before a job starts.
final class Needs {
    private Needs() {}

    static void check(String what, boolean labels, boolean texts, boolean schema, LanguageModel model) {
        var can = model.capabilities();
        if (labels && can.labels() < 2) {
            throw missing(what, "label probabilities", model);
        }
        if (texts && !can.texts()) {
            throw missing(what, "the likelihood of a given text", model);
        }
        if (schema && !can.schema()) {
            throw missing(what, "replies bound to a schema", model);
        }
    }

    private static ModelFailure missing(String what, String need, LanguageModel model) {
        return new ModelFailure(
                ModelFailure.Kind.CAPABILITY,
                what + " needs " + need + ", but " + model.description() + " gives "
                        + model.capabilities().text() + "; choose another method or the in-process engine.");
    }
}
