package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.io.IOException;

/// A target on this machine cannot be written: full disk, permissions, a path through a file. Another source or another
/// attempt does not help until that is mended.
public final class WriteFailure extends SommelierException {
    private static final long serialVersionUID = 1L;

    WriteFailure(String message, IOException cause) {
        super(message, cause);
    }
}
