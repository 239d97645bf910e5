/// Trained models as files: named arrays with their parameters, data and catalogue, read through memory mapping.
///
/// Start reading at [ModelFile]; the format is `docs/model-file.md`. A model that can be kept implements [Storable]: it
/// hands out a [StoredModel], and its loader builds the same model from one. The arrays of a file are views of the
/// mapped bytes, so a large model costs no heap and its pages are read once for all processes.
@NullMarked
package dev.sommelier.recommenders.store;

import org.jspecify.annotations.NullMarked;
