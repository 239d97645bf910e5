package dev.sommelier.agent.conversation.parse;

/// A wish about the next list that refers to the one before.
public enum Critique {
    NEWER,
    OLDER,
    MORE_VARIETY,
    MORE_LIKE_LIKED
}
