/// Puts the modules together: opens engines, trains the classic recommenders, sets the agents up, gathers provenance.
@NullMarked
package dev.sommelier.cli.wiring;

import org.jspecify.annotations.NullMarked;
