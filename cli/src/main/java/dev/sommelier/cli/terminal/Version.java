package dev.sommelier.cli.terminal;

import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"sommelier " + text(), "JDK " + Runtime.version()};
    }

    /// The version number, or `development` outside a packaged build.
    public static String text() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
