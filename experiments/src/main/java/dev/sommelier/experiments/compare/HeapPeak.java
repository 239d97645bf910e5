package dev.sommelier.experiments.compare;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/// The most that lay in Java's heap while something ran: the sum of its pools' peaks, which need not have been at one
/// time, with everything that lay there before and rubbish not yet collected. So it is a bound from above for what the
/// work needs, and no more than the heap's own limit. Memory of native code, such as a language model's, is not in it.
final class HeapPeak {
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private HeapPeak() {}

    /// Begins anew.
    static void reset() {
        POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /// The peak since it was begun, in bytes.
    static long bytes() {
        return POOLS.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
