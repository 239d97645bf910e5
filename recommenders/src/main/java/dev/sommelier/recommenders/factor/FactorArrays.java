package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.store.FloatArray;
import dev.sommelier.recommenders.store.IntArray;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import dev.sommelier.recommenders.store.TextArray;
import java.util.LinkedHashMap;
import java.util.Map;

/// The arrays of factor models in a model file; vectors without their padding, row after row.
final class FactorArrays {
    static final String ITEMS = "item.factors";
    static final String USERS = "user.factors";

    private static final String NAMES = "users";
    private static final String OFFSETS = "user.starts";
    private static final String IDS = "user.items";

    private FactorArrays() {}

    /// Vectors as an array.
    static FloatArray of(Factors factors) {
        var rows = new float[factors.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = factors.row(row);
        }
        return FloatArray.ofRows(rows);
    }

    /// The vectors of an array.
    ///
    /// @throws SommelierException if there are not as many numbers as that, or some are not finite
    static Factors factors(StoredModel stored, String name, int rows, int factors) {
        stored.checkSize(name, (long) rows * factors);
        var array = stored.floats(name);
        var result = Factors.zeros(rows, factors);
        var row = new float[factors];
        for (int i = 0; i < rows; i++) {
            array.copy((long) i * factors, row, factors);
            System.arraycopy(row, 0, result.data(), i * result.stride(), factors);
        }
        if (!result.finite()) {
            throw damaged(stored, name, "has numbers that are not finite");
        }
        return result;
    }

    /// Training's users and what each had contact with.
    static Map<String, StoredArray> of(KnownUsers known) {
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put(NAMES, new TextArray(known.names()));
        arrays.put(OFFSETS, IntArray.of(known.contacts().itemsOfUsers().offsets()));
        arrays.put(IDS, IntArray.of(known.contacts().itemsOfUsers().ids()));
        return arrays;
    }

    /// Training's users and what each had contact with.
    ///
    /// @throws SommelierException if the arrays do not fit each other or the catalogue
    static KnownUsers known(StoredModel stored, Catalog catalog) {
        var names = stored.texts(NAMES).values();
        stored.checkSize(OFFSETS, names.size() + 1L);
        int[] offsets = stored.ints(OFFSETS).toArray();
        int[] ids = stored.ints(IDS).toArray();
        for (int user = 0; user < names.size(); user++) {
            if (offsets[user] > offsets[user + 1]) {
                throw damaged(stored, OFFSETS, "falls after user " + user);
            }
        }
        if (offsets[0] != 0 || offsets[names.size()] != ids.length) {
            throw damaged(stored, OFFSETS, "does not span the " + ids.length + " contacts");
        }
        try {
            return new KnownUsers(names, Contacts.of(offsets, ids, catalog.size()));
        } catch (IllegalArgumentException e) {
            throw new SommelierException(
                    "a model of kind " + stored.kind() + " has contacts out of order: " + e.getMessage()
                            + "; train the model again.",
                    e);
        }
    }

    private static SommelierException damaged(StoredModel stored, String name, String what) {
        return new SommelierException(
                "\"" + name + "\" of a model of kind " + stored.kind() + " " + what + "; train the model again.");
    }
}
