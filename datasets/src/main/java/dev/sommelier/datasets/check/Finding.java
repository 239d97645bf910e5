package dev.sommelier.datasets.check;

/// How much of a data set has one peculiarity.
///
/// @param name a short name without spaces, stable across versions
/// @param what what was counted, for people
/// @param found how many there are
/// @param of out of how many; 0 where there was nothing to look at
/// @param advice what it means and what to do about it; empty where nothing was found
public record Finding(String name, String what, long found, long of, String advice) {
    public Finding {
        if (found < 0 || found > of) {
            throw new IllegalArgumentException(name + ": found must be from 0 to " + of + ", got " + found);
        }
        advice = found == 0 ? "" : advice;
    }

    /// The share found, 0 to 1; 0 where there was nothing to look at.
    public double share() {
        return of == 0 ? 0 : (double) found / of;
    }
}
