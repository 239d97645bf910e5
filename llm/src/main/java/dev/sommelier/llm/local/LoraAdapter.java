package dev.sommelier.llm.local;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Hashes;
import dev.sommelier.llm.gguf.GgufFile;
import java.nio.file.Path;
import java.util.Set;

/// Low-rank changes of a model's weights, as fine-tuning leaves them, in a GGUF file.
///
/// Source: Hu et al., *LoRA: Low-Rank Adaptation of Large Language Models*, ICLR 2022,
/// [arXiv:2106.09685](https://arxiv.org/abs/2106.09685).
///
/// @param file as llama.cpp's `convert_lora_to_gguf.py` writes it
/// @param scale what the changes are multiplied by, besides the file's own `alpha / rank`; 0 leaves the weights as
///     they are
public record LoraAdapter(Path file, float scale) {
    private static final String KIND = "adapter";

    /// The kinds of weights that b4916 lays out anew for the processor, where its loader of adapters crashes.
    private static final Set<String> REPACKED = Set.of("q4_0", "q4_K", "iq4_nl");

    public LoraAdapter {
        if (!Float.isFinite(scale)) {
            throw new SommelierException("the scale of a LoRA adapter must be a finite number, got " + scale);
        }
    }

    /// Reads `FILE` or `FILE:SCALE`; without a scale it is 1.
    ///
    /// @throws SommelierException if what follows the last colon is neither a number nor part of a file's name
    public static LoraAdapter parse(String text) {
        int colon = text.lastIndexOf(':');
        var behind = text.substring(colon + 1);
        if (colon < 1 || behind.contains("/") || text.endsWith(".gguf")) {
            return new LoraAdapter(Path.of(text), 1);
        }
        try {
            return new LoraAdapter(Path.of(text.substring(0, colon)), Float.parseFloat(behind));
        } catch (NumberFormatException e) {
            throw new SommelierException(
                    "a LoRA adapter is FILE or FILE:SCALE with a number as SCALE, got \"" + text + "\"", e);
        }
    }

    /// What tells the changed weights from the model's own and from others: it stands behind the model's hash, so that
    /// nothing that was fitted for a model, kept or recorded is taken for the changed one's.
    String identity() {
        return " with LoRA " + Hashes.sha256(file) + " x " + scale;
    }

    /// Refuses a file that is no adapter, one for another architecture, or a model whose weights cannot take one,
    /// before native code sees them.
    ///
    /// @throws SommelierException if it is missing, damaged or does not belong to such a model
    void check(Path modelFile, GgufFile model) {
        var header = GgufFile.read(file);
        var type = header.text("general.type").orElse("model");
        var kind = header.text("adapter.type").orElse("none");
        if (!type.equals(KIND) || !kind.equals("lora")) {
            throw new SommelierException(file + " is no LoRA adapter (general.type is \"" + type + "\", adapter.type \""
                    + kind + "\"); give a file that llama.cpp's convert_lora_to_gguf.py wrote.");
        }
        if (!header.architecture().equals(model.architecture())) {
            throw new SommelierException("The LoRA adapter " + file + " is for architecture " + header.architecture()
                    + ", but the model " + modelFile + " is " + model.architecture()
                    + "; give the adapter with the model that it was trained on.");
        }
        var repacked =
                model.kinds().stream().filter(REPACKED::contains).sorted().toList();
        if (!repacked.isEmpty()) {
            throw new SommelierException("llama.cpp b4916 lays no LoRA adapter over weights of kind "
                    + String.join(", ", repacked) + ", which the model " + modelFile
                    + " has; take the model with other weights, such as those of 'sommelier model get ID --requantize"
                    + " q8_0'.");
        }
    }
}
