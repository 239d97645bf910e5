package dev.sommelier.experiments.pairs;

/// One question about one user with its answer.
///
/// @param user who is asked about; not part of the exported line
/// @param item which item is asked about, or is the answer; not part of the exported line
/// @param system the system message
/// @param question the user message
/// @param answer the right reply
/// @param rejected a wrong reply
record TrainingPair(String user, String item, String system, String question, String answer, String rejected) {}
