package dev.sommelier.agent;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.prompts.Prompt;
import dev.sommelier.prompts.RenderedPrompt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One user's dialogue with the model.
final class ModelDialogue implements Decider.Session {
    /// What a chat template adds to a message, rather too much than too little.
    private static final int TOKENS_AROUND = 12;
    private static final int BYTES_PER_TOKEN = 3;
    private static final int MOST_REPLY_TOKENS = 512;

    private final ChatModel model;
    private final SurrogatePrompts prompts;
    private final RenderedPrompt start;
    private final int thoughtCharacters;
    private final List<ChatMessage> messages = new ArrayList<>();
    private final Map<Question.Stage, Long> generatedBefore = new EnumMap<>(Question.Stage.class);
    private Optional<Prompt> unanswered = Optional.empty();
    private long inputBefore;

    ModelDialogue(ChatModel model, SurrogatePrompts prompts, RenderedPrompt start, int thoughtCharacters) {
        this.model = model;
        this.prompts = prompts;
        this.start = start;
        this.thoughtCharacters = thoughtCharacters;
        messages.add(SystemMessage.from(start.system().text()));
    }

    @Override
    public Decider.Cost estimate(Question question) {
        long generated = Math.max(
                DecisionSchema.longestReply(question, thoughtCharacters) / BYTES_PER_TOKEN + 2L,
                generatedBefore.getOrDefault(question.stage(), 0L));
        // The reply before becomes part of the prompt.
        long replyBefore = question.turn() > 1 && question.stage() != Question.Stage.EXPLORE
                ? generated
                : generatedBefore.getOrDefault(Question.Stage.EXPLORE, 0L);
        long message = bytes(prompt(question).text()) / BYTES_PER_TOKEN + TOKENS_AROUND;
        return new Decider.Cost(message + replyBefore, generated);
    }

    @Override
    public Answer answer(Question question, int tokenLimit) {
        var prompt = prompt(question);
        messages.add(UserMessage.from(prompt.text()));
        var request = ChatRequest.builder()
                .messages(List.copyOf(messages))
                .responseFormat(DecisionSchema.of(question, thoughtCharacters))
                .temperature(0.0)
                .maxOutputTokens(Math.min(tokenLimit, MOST_REPLY_TOKENS))
                .build();
        long begin = System.nanoTime();
        var response = model.chat(request);
        var time = Duration.ofNanos(System.nanoTime() - begin);
        var text = response.aiMessage().text();
        var reply = text == null ? "" : text;
        var call = call(response, time, prompt, reply);
        if (reply.isBlank()) {
            // An empty turn cannot stand in a dialogue: the same message is sent again.
            messages.removeLast();
            unanswered = Optional.of(prompt);
        } else {
            messages.add(AiMessage.from(reply));
            unanswered = Optional.empty();
        }
        generatedBefore.merge(question.stage(), call.usage().generatedTokens(), Math::max);
        return ReplyReader.read(question, call);
    }

    private Prompt prompt(Question question) {
        if (question.retry() && unanswered.isPresent()) {
            return unanswered.get();
        }
        return messages.size() == 1 ? start.user() : prompts.follow(question);
    }

    private Answer.Call call(ChatResponse response, Duration time, Prompt prompt, String reply) {
        var reported = MeasuredTokenUsage.of(response);
        long input = reported.promptTokens() + reported.sharedTokens();
        long added = messages.size() == 2
                ? Math.round((double) input
                        * bytes(start.user().text())
                        / (bytes(start.user().text()) + bytes(start.system().text())))
                : Math.max(0, input - inputBefore);
        inputBefore = Math.max(inputBefore, input);
        var usage = new Usage(
                reported.calls(), reported.promptTokens(), reported.sharedTokens(), reported.generatedTokens(), time);
        return new Answer.Call(usage, added, prompt.label(), prompt.textHash(), reply);
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
