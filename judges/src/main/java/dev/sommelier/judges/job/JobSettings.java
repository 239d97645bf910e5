package dev.sommelier.judges.job;

import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Hashes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Everything that could change a job's labels, by name: the judge's facts, the hashes of the inputs, the batch size.
/// Where a server was ([Provenance#ADDRESS]) is told with them and neither hashed nor compared.
///
/// @param values in the order to show them
public record JobSettings(Map<String, String> values) {
    private static final int SHOWN = 160;

    public JobSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// One hash of all.
    String hash() {
        return Hashes.sha256(Provenance.compared(values));
    }

    /// Refuses settings other than these.
    ///
    /// @param now what the command at hand would use
    /// @throws SommelierException with the old and the new value of each setting that differs
    public void requireSame(JobSettings now, String where) {
        var differences = differences(now);
        if (!differences.isEmpty()) {
            throw new SommelierException("the job in " + where + " was planned with other settings:\n"
                    + String.join("\n", differences)
                    + "\nLabels of different settings do not mix: give the old settings, or another --out folder.");
        }
    }

    /// A line for each setting that differs, with the value here and there.
    List<String> differences(JobSettings now) {
        var differences = new ArrayList<String>();
        var keys = new TreeSet<>(Provenance.compared(values).keySet());
        keys.addAll(Provenance.compared(now.values).keySet());
        for (var key : keys) {
            var old = values.getOrDefault(key, "(none)");
            var fresh = now.values.getOrDefault(key, "(none)");
            if (!old.equals(fresh)) {
                boolean cut = !shown(old).equals(shown(fresh));
                differences.add("  " + key + ": " + (cut ? shown(old) : old) + " -> " + (cut ? shown(fresh) : fresh));
            }
        }
        return differences;
    }

    /// A scale of a hundred grades would bury the other lines.
    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    }
}
