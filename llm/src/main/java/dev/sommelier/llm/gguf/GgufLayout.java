package dev.sommelier.llm.gguf;

import java.util.List;

/// Where things lie in a model file.
///
/// @param metadataEnd the byte after the metadata, where the tensor table begins
/// @param fileTypeAt where the 32-bit number `general.file_type` lies, or -1
/// @param alignment every tensor begins at a multiple of it
/// @param dataStart where the first tensor begins
/// @param tensors the tensor table
record GgufLayout(long metadataEnd, long fileTypeAt, long alignment, long dataStart, List<GgufTensor> tensors) {
    GgufLayout {
        tensors = List.copyOf(tensors);
    }

    static long aligned(long position, long alignment) {
        return (position + alignment - 1) / alignment * alignment;
    }
}
