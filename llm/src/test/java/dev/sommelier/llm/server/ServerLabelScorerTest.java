package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Offset.offset;

import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.server.http.HttpLimits;
import dev.sommelier.llm.server.http.Pauses;
import dev.sommelier.llm.server.http.ServerClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

class ServerLabelScorerTest {
    @StartStop
    public final MockWebServer server = new MockWebServer();

    private LabelScores label(String top) {
        server.enqueue(new MockResponse.Builder()
                .body("{\"choices\":[{\"logprobs\":{\"content\":[{\"top_logprobs\":" + top + "}]}}]}")
                .build());
        var url = URI.create(server.url("/v1").toString());
        var client = new ServerClient(HttpLimits.defaults(), Pauses.real(), 1);
        var http = new ServerHttp(url, Optional.empty(), client, new ServerFailures(url, Optional.empty()));
        return new ServerLabelScorer(http, "qwen", 20, request -> request)
                .score(List.of(UserMessage.from("Is it?")), List.of("yes", "no", "maybe"));
    }

    @Test
    void labelsAreReadWithAndWithoutSpaceAndUnlistedOnesAreBounded() {
        var scores = label("[{\"token\":\"yes\",\"logprob\":-0.6931472},{\"token\":\" yes\",\"logprob\":-2.3025851},"
                + "{\"token\":\"no\",\"logprob\":-1.6094379},{\"token\":\"x\",\"logprob\":-3.2188758}]");

        assertThat(scores.logProbabilities().get(0)).isCloseTo(Math.log(.6), offset(1e-6));
        assertThat(scores.unlisted()).containsExactly("maybe");
        assertThat(Math.exp(scores.logProbabilities().get(2))).isLessThanOrEqualTo(.0801);
        assertThat(scores.outsideMass()).isCloseTo(.2, offset(1e-6));
    }

    @Test
    void wrongLogProbabilitiesAreNoAnswer() {
        for (String top : List.of(
                "[]",
                "null",
                "[{\"token\":5,\"logprob\":-1}]",
                "[{\"token\":\"yes\",\"logprob\":\"-1\"}]",
                "[{\"token\":\"yes\",\"logprob\":3}]",
                "[{\"token\":\"yes\",\"logprob\":-0.1},{\"token\":\"no\",\"logprob\":-0.1}]",
                "[{\"token\":\"x\",\"logprob\":-0.1}]")) {
            assertThat(catchThrowableOfType(ModelFailure.class, () -> label(top))
                            .kind())
                    .as(top)
                    .isEqualTo(ModelFailure.Kind.PROTOCOL);
        }
    }
}
