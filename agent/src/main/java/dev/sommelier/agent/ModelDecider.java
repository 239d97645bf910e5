package dev.sommelier.agent;

import dev.langchain4j.model.chat.ChatModel;
import dev.sommelier.core.Query;
import dev.sommelier.tools.ToolBox;
import java.util.LinkedHashMap;
import java.util.Map;

/// A language model that decides. Its replies are bound by a JSON schema that is built from the options.
///
/// Each user is one dialogue to which messages are only ever appended, so that an engine can keep what it has decoded;
/// the system message is the same for all users.
public final class ModelDecider implements Decider {
    private final ChatModel model;
    private final String modelName;
    private final SurrogatePrompts prompts = new SurrogatePrompts();

    /// @param model the engine
    /// @param modelName what provenance shows, such as the model file's name
    public ModelDecider(ChatModel model, String modelName) {
        this.model = model;
        this.modelName = modelName;
    }

    @Override
    public String name() {
        return "Agent";
    }

    @Override
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("model", modelName);
        facts.putAll(prompts.facts());
        return facts;
    }

    @Override
    public Session begin(Query query, ToolBox tools, AgentOptions options) {
        return new ModelDialogue(model, prompts, prompts.start(query, tools, options), options.thoughtCharacters());
    }
}
