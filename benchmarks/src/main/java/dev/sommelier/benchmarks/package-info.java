/// Side-by-side measurements and the data they need; never shipped. The scripts beside this module run them.
@NullMarked
package dev.sommelier.benchmarks;

import org.jspecify.annotations.NullMarked;
