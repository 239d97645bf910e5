/// Simulated conversations: users from held-out histories talk to a recommender, and what comes of it is measured.
///
/// Start reading at [Simulation]; [SimulatedUser] is who talks, [SimulationTables] shows what came of it, and
/// [AmbiguityStudy] asks the same of requests that fit two items.
@NullMarked
package dev.sommelier.experiments.simulation;

import org.jspecify.annotations.NullMarked;
