/// Simulated conversations: users from held-out histories talk to a recommender, and what comes of it is measured.
///
/// [CatalogTitles] finds the titles that they name.
@NullMarked
package dev.sommelier.experiments.simulation;

import org.jspecify.annotations.NullMarked;
