package dev.sommelier.core;

/// One entry of a [History].
///
/// @param item the item's identifier
/// @param rating the rating on the data set's scale; 1 where the data are implicit
/// @param time seconds since 1970-01-01 UTC; 0 where unknown
public record Event(String item, double rating, long time) {}
