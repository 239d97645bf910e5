package dev.sommelier.io.journal;

import java.time.Instant;
import java.util.UUID;

/// Who holds a lease: a process of this host, and one of the journals that it has open.
record Worker(long pid, long started, String id) {
    static Worker here() {
        var process = ProcessHandle.current();
        return new Worker(process.pid(), started(process), UUID.randomUUID().toString());
    }

    /// A process number is given out again after a while; the start tells the two apart.
    static boolean alive(long pid, long started) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process) == started)
                .isPresent();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
