/// A judge of users' satisfaction beside people. Start at [SatisfactionStudy].
@NullMarked
package dev.sommelier.experiments.judging.satisfaction;

import org.jspecify.annotations.NullMarked;
