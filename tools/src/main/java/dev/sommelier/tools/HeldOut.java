package dev.sommelier.tools;

import dev.sommelier.core.History;

/// A user's history and the item that came next.
///
/// @param history what is known of the user
/// @param item the held-out item, in the catalogue and not in the history
public record HeldOut(History history, String item) {}
