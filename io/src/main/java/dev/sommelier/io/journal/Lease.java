package dev.sommelier.io.journal;

/// The right to work on one batch.
///
/// @param batch the batch's number from 0
/// @param first the first position of the batch
/// @param end the position after its last
/// @param token tells this lease from every other one of the batch
public record Lease(long batch, long first, long end, String token) {}
