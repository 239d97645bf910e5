/// The library example of the README, compiled and run by the build.
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
