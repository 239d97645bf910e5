package dev.sommelier.datasets;

import java.util.Optional;

/// One line of `data list`.
///
/// @param name the name that commands use
/// @param licence what may be done with the data
/// @param manifest what is stored; absent for a known data set that was not fetched yet
public record DatasetInfo(String name, String licence, Optional<Manifest> manifest) {}
