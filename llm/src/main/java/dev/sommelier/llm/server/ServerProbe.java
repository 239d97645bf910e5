package dev.sommelier.llm.server;

import dev.sommelier.llm.Capabilities;
import java.util.List;

/// What a server was found to do.
///
/// @param kind the software, such as `vLLM` or `OpenAI-like`
/// @param models the models it lists
/// @param topLogprobs how many of the most probable tokens a chat reply tells, at most 200; 0 for none
/// @param promptLogprobs whether completions tell the likelihood of prompt tokens (vLLM's `prompt_logprobs`)
/// @param completionProbs whether `/completion` tells `n_probs` (llama-server)
/// @param plainTokenize whether `/tokenize` takes `parse_special: false` (llama-server)
/// @param chatTokenize whether `/tokenize` turns a dialogue into tokens by the chat template (vLLM)
/// @param schema whether replies obey a JSON schema; a server may take one and ignore it
/// @param tools whether the model's reply came as a tool call when asked to
/// @param embeddingDimensions the length of an embedding; 0 where there are none
/// @param notes what the server answered to calls that it refused
public record ServerProbe(
        String kind,
        List<String> models,
        int topLogprobs,
        boolean promptLogprobs,
        boolean completionProbs,
        boolean plainTokenize,
        boolean chatTokenize,
        boolean schema,
        boolean tools,
        int embeddingDimensions,
        List<String> notes) {
    public ServerProbe {
        models = List.copyOf(models);
        notes = List.copyOf(notes);
    }

    /// What of it this library uses.
    public Capabilities capabilities() {
        return new Capabilities(topLogprobs, promptLogprobs && chatTokenize, schema, tools);
    }
}
