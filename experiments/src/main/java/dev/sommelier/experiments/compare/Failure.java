package dev.sommelier.experiments.compare;

/// Turns an exception into the words that tables show.
final class Failure {
    private Failure() {}

    static String words(RuntimeException exception) {
        var message = exception.getMessage();
        return message == null || message.isBlank() ? exception.getClass().getSimpleName() : message;
    }
}
