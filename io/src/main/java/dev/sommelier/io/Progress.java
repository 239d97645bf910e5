package dev.sommelier.io;

/// Receives what a long task has to tell; the command line draws it, a library user may ignore it.
///
/// Implementations must be safe for use by several threads.
@FunctionalInterface
public interface Progress {
    /// How far a task is.
    ///
    /// @param task a short name to show, the same for all updates of one task
    /// @param done units done so far, bytes for transfers
    /// @param total all units; 0 or less where unknown
    void update(String task, long done, long total);

    /// The same, of units that have a name, so that their rate can be shown.
    ///
    /// @param units what is counted, such as `pairs`
    default void update(String task, String units, long done, long total) {
        update(task, done, total);
    }

    /// One line that a person should see, such as why another source is tried.
    default void notice(String line) {}

    /// Tells nobody.
    static Progress silent() {
        return (task, done, total) -> {};
    }
}
