/// How well a whole session of several queries, or a dialogue, served its user.
///
/// Start reading at [Session], then [SessionMetric]; [Satisfaction] compares predicted with stated satisfaction.
@NullMarked
package dev.sommelier.evaluation.session;

import org.jspecify.annotations.NullMarked;
