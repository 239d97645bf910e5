/// llama.cpp's C functions, called through Java's foreign function interface on the very library file that
/// java-llama.cpp ships. Start at [dev.sommelier.llm.ffi.Llama]. Internal to this module: pointers are not checked
/// here.
@NullMarked
package dev.sommelier.llm.ffi;

import org.jspecify.annotations.NullMarked;
