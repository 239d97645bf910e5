package dev.sommelier.experiments.compare;

/// Turns an exception into the words that tables show.
final class Failure {
    private Failure() {}

    static String words(RuntimeException exception) {
        var message = exception.getMessage();
        return message == null || message.isBlank() ? exception.getClass().getSimpleName() : message;
    }

    /// Why memory did not suffice. The same words wherever it happened, so that reports count them as one cause.
    ///
    /// @param what what could not be done, such as `fit it`
    static String memory(String what) {
        return "not enough memory to " + what + "; give Java more, such as SOMMELIER_JAVA_OPTS=-Xmx8g, and run again"
                + " with --retry-failed";
    }
}
