package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;

/// Turns input and output errors into sentences with a next step. What a library or a proxy wrote stays in the cause:
/// it may hold addresses and credentials that do not belong on a screen.
final class Failures {
    private Failures() {}

    static WriteFailure writing(Path target, IOException cause) {
        if (isDiskFull(cause)) {
            return new WriteFailure(
                    "no space left on the disk of " + target + "; free some space and run the same command again",
                    cause);
        }
        return new WriteFailure(
                "cannot write " + target + ": " + reason(cause) + "; check the folder and its permissions"
                        + (inHome(target) ? ", or set SOMMELIER_HOME to another one" : ", or name another one"),
                cause);
    }

    /// Whether SOMMELIER_HOME decides on this place.
    private static boolean inHome(Path target) {
        try {
            return Home.fromEnvironment().holds(target);
        } catch (SommelierException e) {
            return false;
        }
    }

    static SommelierException reading(Path file, IOException cause) {
        var reason = Files.isDirectory(file) ? "it is a folder" : reason(cause);
        return new SommelierException("cannot read " + file + ": " + reason + "; check the path", cause);
    }

    static boolean isDiskFull(IOException e) {
        var message = e.getMessage();
        if (message == null) {
            return false;
        }
        var text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space");
    }

    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException ignored -> "there is no such file";
            case AccessDeniedException ignored -> "permission denied";
            case FileAlreadyExistsException found -> found.getFile() + " is a file and no folder";
            case FileSystemException failure -> Objects.requireNonNullElse(failure.getReason(), name(failure));
            default -> name(e);
        };
    }

    private static String name(IOException e) {
        return e.getClass().getSimpleName();
    }

    static String networkReason(IOException e) {
        return switch (e) {
            case UnknownHostException ignored -> "the host name cannot be resolved";
            case ConnectException ignored -> "no connection";
            case SocketTimeoutException ignored -> "no answer in time";
            case SSLException ignored -> "the secure connection failed";
            default -> "the connection broke";
        };
    }
}
