package dev.sommelier.llm.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.testing.CountingModel;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MeteredModelTest {
    private final CountingModel engine = new CountingModel("a");
    private final AtomicLong clock = new AtomicLong();

    private MeteredModel metered(Budget budget, Prices prices) {
        return new MeteredModel(engine, budget, prices, clock::get);
    }

    private static void stops(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.BUDGET))
                .hasMessage(message);
    }

    @Test
    void addsUpTokensTimeAndMoney() {
        try (var model = metered(Budget.UNLIMITED, new Prices(2, 10))) {
            model.chat().chat("one");
            model.texts().score(List.of(UserMessage.from("two")), "text");

            var spent = model.spent();
            assertThat(spent.usage()).isEqualTo(new Usage(2, 20, 10, 4, Duration.ofMillis(6)));
            assertThat(spent.money()).isEqualTo((30 * 2 + 4 * 10) / 1e6);
        }
    }

    @Test
    void stopsBeforeTheCallThatWouldBeTooMany() {
        try (var model = metered(Budget.UNLIMITED.withCalls(3), Prices.NONE)) {
            model.chat().chat("one");
            model.chat().chat("two");
            var both =
                    Collections.nCopies(2, new LabelScorer.Question(List.of(UserMessage.from("both")), List.of("1")));
            stops(
                    () -> model.labels().scoreAll(both),
                    "the job's budget of 3 calls is spent: 2 were made and 2 more are asked for; run the same again with"
                            + " a larger --max-calls to go on.");
            assertThat(engine.calls()).isEqualTo(2);
            model.chat().chat("three");
        }
    }

    @Test
    void stopsAfterTheCallThatSpentTokensTimeOrMoney() {
        try (var model = metered(Budget.UNLIMITED.withTokens(12), Prices.NONE)) {
            model.chat().chat("one");
            stops(
                    () -> model.chat().chat("two"),
                    "the job's budget of 12 tokens is spent: 12 are spent; run the same again with a larger --max-tokens"
                            + " to go on.");
        }
        try (var model = metered(Budget.UNLIMITED.withMoney(0.00001), new Prices(1, 1))) {
            model.chat().chat("one");
            assertThatThrownBy(() -> model.chat().chat("two")).hasMessageContaining("--max-money");
        }
        try (var model = metered(Budget.UNLIMITED.withTime(Duration.ofSeconds(2)), Prices.NONE)) {
            model.chat().chat("one");
            clock.set(Duration.ofSeconds(2).toNanos());
            assertThatThrownBy(() -> model.chat().chat("two")).hasMessageContaining("--max-seconds");
        }
    }

    @Test
    void failedCallsCount() {
        try (var model = metered(Budget.UNLIMITED.withCalls(1), Prices.NONE)) {
            assertThatThrownBy(() -> model.chat().chat("fail")).hasMessage("asked to fail");
            assertThat(model.spent().usage().calls()).isEqualTo(1);
            assertThatThrownBy(() -> model.chat().chat("two")).hasMessageContaining("--max-calls");
        }
    }
}
