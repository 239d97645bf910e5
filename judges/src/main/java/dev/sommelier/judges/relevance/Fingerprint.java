package dev.sommelier.judges.relevance;

import dev.sommelier.io.Hashes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Short hashes of what judges are given, for their facts.
final class Fingerprint {
    private static final int CHARACTERS = 12;

    private Fingerprint() {}

    static String of(String text) {
        return Hashes.sha256(text).substring(0, CHARACTERS);
    }

    static String of(Map<String, List<String>> lists) {
        return of(new TreeMap<>(lists).toString());
    }
}
