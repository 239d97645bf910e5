package dev.sommelier.agent.conversation;

/// A question worth asking.
///
/// @param pending what is asked
/// @param gain the expected fall of the top list's entropy by the answer, in bits
public record Question(Pending pending, double gain) {
    /// The subject of the open question; asked again where it was answered with titles.
    static final String TITLES = "titles";

    /// What it is about, so that it is not asked twice: an attribute's name, or an item's identifier.
    String subject() {
        return switch (pending) {
            case Pending.WhichValue value -> value.attribute();
            case Pending.MoreTitles titles -> TITLES;
            case Pending.LikesItem item -> item.item();
            case Pending.WhichItem item -> String.join("|", item.items());
        };
    }
}
