package dev.sommelier.datasets;

/// What [DatasetStore#get] brought.
///
/// @param dataset the data set
/// @param source who served it, for people
/// @param licence what may be done with it, for people
/// @param alreadyHere whether it had been fetched before
/// @param asPublished whether its content is that of the published data set to the byte, where that is known
public record Fetched(Dataset dataset, String source, String licence, boolean alreadyHere, boolean asPublished) {}
