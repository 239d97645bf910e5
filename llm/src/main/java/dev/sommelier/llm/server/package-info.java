/// Models behind any OpenAI-compatible server: vLLM, llama-server, Ollama. Start at
/// [dev.sommelier.llm.server.ServerEngine].
@NullMarked
package dev.sommelier.llm.server;

import org.jspecify.annotations.NullMarked;
