package dev.sommelier.cli.wiring;

import dev.sommelier.llm.server.ServerOptions;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/// How every command that asks a server does so: its key and its limits.
public final class ServerSettings {
    @Mixin
    ServerKeyOptions key = new ServerKeyOptions();

    @Mixin
    ServerLimitOptions limits = new ServerLimitOptions();

    /// These, what is not given as those have it.
    ServerSettings orElse(ServerSettings others) {
        var both = new ServerSettings();
        both.key = key.orElse(others.key);
        both.limits = limits.orElse(others.limits);
        return both;
    }

    /// What the options say.
    ///
    /// @param warnings told where others can read the key's file
    public ServerOptions options(Consumer<String> warnings) {
        var defaults = ServerOptions.defaults();
        return key.apply(defaults.withLimits(limits.apply(defaults.limits())), warnings);
    }
}
