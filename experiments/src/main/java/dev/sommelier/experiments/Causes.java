package dev.sommelier.experiments;

/// Turns an exception into the words under which failures are counted.
final class Causes {
    private Causes() {}

    static String of(RuntimeException exception) {
        var message = exception.getMessage();
        return message == null || message.isBlank() ? exception.getClass().getSimpleName() : message;
    }
}
