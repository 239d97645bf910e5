package dev.sommelier.cli.terminal;

/// The flags that every command inherits from the root.
public interface GlobalFlags {
    /// Whether the result is wanted as JSON.
    boolean json();

    /// Whether native and technical messages are wanted.
    boolean verbose();
}
