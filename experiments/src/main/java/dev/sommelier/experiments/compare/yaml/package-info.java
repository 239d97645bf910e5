/// YAML read so that every value knows its line and column, for messages about what a user wrote.
///
/// Start at [YamlText]; [Fields] reads a mapping whose keys are a closed set.
@NullMarked
package dev.sommelier.experiments.compare.yaml;

import org.jspecify.annotations.NullMarked;
