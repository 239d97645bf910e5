package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Usage;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What came of asking the model one question: its answer, or why there is none.
///
/// @param <T> what an answer is
sealed interface Reading<T> {
    /// What is made of an answer, or of the kind and cause of there being none.
    <R> R fold(Function<T, R> answer, BiFunction<String, String, R> none);

    /// What is made of an answer, where there is one.
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return fold(next, Missing::new);
    }

    /// The judgement that an answer leads to; a failed one where there is none.
    default Judgment judgment(RelevancePair pair, Function<T, Judgment> answer) {
        return fold(answer, (kind, cause) -> failed(pair, kind, cause, Usage.NONE));
    }

    /// A judgement without a grade.
    static Judgment failed(RelevancePair pair, String kind, String cause, Usage usage) {
        return new Judgment.Failed(pair.topic().id(), pair.document().id(), kind, cause, "", usage);
    }

    /// An answer.
    record Read<T>(T value) implements Reading<T> {
        @Override
        public <R> R fold(Function<T, R> answer, BiFunction<String, String, R> none) {
            return answer.apply(value);
        }
    }

    /// No answer.
    ///
    /// @param kind the cause in one stable word
    /// @param cause the cause in a sentence
    record Missing<T>(String kind, String cause) implements Reading<T> {
        @Override
        public <R> R fold(Function<T, R> answer, BiFunction<String, String, R> none) {
            return none.apply(kind, cause);
        }
    }
}
