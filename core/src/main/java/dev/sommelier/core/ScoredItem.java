package dev.sommelier.core;

/// An item with the score that placed it.
///
/// @param item the item's identifier
/// @param score higher is better; comparable only within one list
public record ScoredItem(String item, double score) {}
