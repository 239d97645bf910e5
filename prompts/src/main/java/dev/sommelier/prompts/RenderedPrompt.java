package dev.sommelier.prompts;

/// Both messages of a rendered template.
///
/// @param system the system message; without segments when the template has no system section
/// @param user the user message
public record RenderedPrompt(Prompt system, Prompt user) {}
