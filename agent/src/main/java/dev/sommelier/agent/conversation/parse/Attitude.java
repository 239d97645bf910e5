package dev.sommelier.agent.conversation.parse;

/// How the speaker stands to something.
public enum Attitude {
    /// For it, or wanting more like it.
    LIKE,
    /// Against it.
    DISLIKE,
    /// Only naming it.
    NEUTRAL
}
