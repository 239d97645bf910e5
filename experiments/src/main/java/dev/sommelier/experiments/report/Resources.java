package dev.sommelier.experiments.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Text files of the class path.
final class Resources {
    /// The version of the chart library's WebJar, which is part of its path; a test holds it to the pinned one.
    static final String ECHARTS_VERSION = "5.5.0";

    private Resources() {}

    /// A file beside this class.
    static String own(String name) {
        return read("dev/sommelier/experiments/report/" + name);
    }

    /// The chart library.
    static String echarts() {
        return read("META-INF/resources/webjars/echarts/" + ECHARTS_VERSION + "/echarts.min.js");
    }

    private static String read(String path) {
        try (var in = Resources.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
