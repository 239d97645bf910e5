package dev.sommelier.recommenders.store;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.core.SommelierException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Which catalogue a model was trained on: models address items by position, so another catalogue would give other
/// items.
///
/// @param sha256 over ids, titles and attributes in catalogue order, each text with its length before it
/// @param items the ids in catalogue order
public record CatalogStamp(String sha256, List<String> items) {
    public CatalogStamp {
        items = List.copyOf(items);
    }

    /// The stamp of a catalogue.
    public static CatalogStamp of(Catalog catalog) {
        var digest = newDigest();
        for (var item : catalog.items()) {
            add(digest, item.id());
            add(digest, item.title());
            for (var attribute : catalog.attributes()) {
                add(digest, attribute);
                var values = item.values(attribute);
                add(digest, Integer.toString(values.size()));
                values.forEach(value -> add(digest, value));
            }
        }
        return new CatalogStamp(
                HexFormat.of().formatHex(digest.digest()),
                catalog.items().stream().map(Item::id).toList());
    }

    /// Refuses another catalogue.
    ///
    /// @throws SommelierException if the catalogue is not the one of this stamp, saying how they differ
    public void check(Catalog catalog) {
        var other = of(catalog);
        if (!other.sha256.equals(sha256)) {
            throw new SommelierException("the model was trained on another catalogue: " + difference(other)
                    + "; train it again on this data set, or name the data set that it was trained on.");
        }
    }

    private String difference(CatalogStamp other) {
        if (items.size() != other.items.size()) {
            return "it has " + items.size() + " items, this one " + other.items.size();
        }
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).equals(other.items.get(i))) {
                return "its item " + (i + 1) + " is \"" + items.get(i) + "\", here it is \"" + other.items.get(i)
                        + "\"";
            }
        }
        return "the ids are equal, but titles or attributes differ";
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
