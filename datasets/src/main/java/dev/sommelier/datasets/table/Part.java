package dev.sommelier.datasets.table;

import java.util.Locale;

/// The part of a published split that an interaction belongs to; `TRAIN` where nothing was published.
public enum Part {
    TRAIN,
    VALIDATION,
    TEST;

    byte code() {
        return switch (this) {
            case TRAIN -> 0;
            case VALIDATION -> 1;
            case TEST -> 2;
        };
    }

    static Part of(byte code) {
        return code == 0 ? TRAIN : code == 1 ? VALIDATION : TEST;
    }

    /// How files and tables name it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
