package dev.sommelier.agent.conversation;

/// How a conversation is led.
///
/// @param listLength the items a list, at least 1
/// @param policy whether to ask
public record ConversationOptions(int listLength, Policy policy) {
    /// Five items; asks what pays.
    public static final ConversationOptions DEFAULT = new ConversationOptions(5, Policy.paying());

    public ConversationOptions {
        if (listLength < 1) {
            throw new IllegalArgumentException("a list has at least 1 item, got " + listLength);
        }
    }
}
