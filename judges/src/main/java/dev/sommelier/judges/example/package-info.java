/// A small judged collection that comes with the program. Start at [ExampleCollection].
@NullMarked
package dev.sommelier.judges.example;

import org.jspecify.annotations.NullMarked;
