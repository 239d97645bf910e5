package dev.sommelier.recommenders.store;

import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A trained model as data.
///
/// @param kind which loader understands it, such as `EASE`
/// @param parameters the hyper-parameters
/// @param provenance the data that it was trained on and what else must be known to train it again
/// @param catalogue the items that its arrays speak of
/// @param arrays by name, in the order of the file
public record StoredModel(
        String kind,
        ModelParameters parameters,
        Provenance provenance,
        CatalogStamp catalogue,
        Map<String, StoredArray> arrays) {
    public StoredModel {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /// A model without provenance.
    public StoredModel(
            String kind, ModelParameters parameters, CatalogStamp catalogue, Map<String, StoredArray> arrays) {
        this(kind, parameters, new Provenance(Map.of()), catalogue, arrays);
    }

    /// The same with another provenance.
    public StoredModel withProvenance(Provenance other) {
        return new StoredModel(kind, parameters, other, catalogue, arrays);
    }

    /// An array of doubles.
    ///
    /// @throws SommelierException if there is none of this name
    public DoubleArray doubles(String name) {
        return array(name, DoubleArray.class);
    }

    /// An array of floats.
    ///
    /// @throws SommelierException if there is none of this name
    public FloatArray floats(String name) {
        return array(name, FloatArray.class);
    }

    /// An array of whole numbers.
    ///
    /// @throws SommelierException if there is none of this name
    public IntArray ints(String name) {
        return array(name, IntArray.class);
    }

    /// An array of texts.
    ///
    /// @throws SommelierException if there is none of this name
    public TextArray texts(String name) {
        return array(name, TextArray.class);
    }

    /// Refuses an array of another length than its model needs.
    ///
    /// @throws SommelierException if the sizes differ
    public void checkSize(String name, long expected) {
        var array = arrays.get(name);
        if (array == null || array.size() != expected) {
            throw new SommelierException("a model of kind " + kind + " needs " + expected + " values in \"" + name
                    + "\", this file has " + (array == null ? "none" : array.size()) + "; train the model again.");
        }
    }

    private <T extends StoredArray> T array(String name, Class<T> type) {
        var array = arrays.get(name);
        if (!type.isInstance(array)) {
            throw new SommelierException("a model of kind " + kind + " needs the " + type.getSimpleName() + " \"" + name
                    + "\", this file has " + arrays.keySet() + "; train the model again.");
        }
        return type.cast(array);
    }
}
