package dev.sommelier.llm.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes a real GGUF model of half a megabyte with random weights: llama architecture, two layers of width 64, one
/// token for each printable character and each byte, ChatML role markers and template. Same seed, same bytes.
///
/// Its replies are noise, but bound to a schema they are valid, and everything around them is the real engine.
public final class TinyGguf {
    private static final int WIDTH = 64;
    private static final int FEED_FORWARD = 128;
    private static final int ALIGNMENT = 32;
    private static final int RANK = 4;
    private static final String TEMPLATE = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' +"
            + " message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}"
            + "{{ '<|im_start|>assistant\n' }}{% endif %}";

    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final List<String> names = new ArrayList<>();
    private final List<int[]> shapes = new ArrayList<>();

    private TinyGguf() {}

    /// Writes the model and returns its path.
    public static Path write(Path file, long seed) {
        try {
            return Files.write(file, new TinyGguf().bytes(new Random(seed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a LoRA adapter of rank 4 with random changes to the queries and the output of the attention in both
    /// layers, with alpha 8, and returns its path.
    ///
    /// @param architecture `llama` for the model of [#write]
    /// @param width that of the model; 64 for the model of [#write]
    public static Path writeAdapter(Path file, String architecture, int width, long seed) {
        try {
            return Files.write(file, new TinyGguf().adapter(architecture, width, new Random(seed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] adapter(String architecture, int width, Random random) {
        for (int layer = 0; layer < 2; layer++) {
            for (var weight : List.of("attn_q.weight", "attn_output.weight")) {
                tensor("blk." + layer + "." + weight + ".lora_a", width, RANK);
                tensor("blk." + layer + "." + weight + ".lora_b", RANK, width);
            }
        }
        header.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        int32(3);
        int64(names.size());
        int64(4);
        text("general.architecture", architecture);
        text("general.type", "adapter");
        text("adapter.type", "lora");
        key("adapter.lora.alpha", 6);
        int32(Float.floatToIntBits(2 * RANK));
        tensors(random);
        return header.toByteArray();
    }

    private record Token(String text, int type) {}

    /// Types: 1 normal, 2 unknown, 3 control, 6 byte.
    private static List<Token> tokens() {
        var tokens = new ArrayList<>(List.of(
                new Token("<unk>", 2),
                new Token("<s>", 3),
                new Token("</s>", 3),
                new Token("<|im_start|>", 3),
                new Token("<|im_end|>", 3)));
        for (int i = 0; i < 256; i++) {
            tokens.add(new Token("<0x%02X>".formatted(i), 6));
        }
        tokens.add(new Token("\u2581", 1));
        for (char c = '!'; c <= '~'; c++) {
            tokens.add(new Token(String.valueOf(c), 1));
        }
        return tokens;
    }

    private byte[] bytes(Random random) {
        var tokens = tokens();
        tensor("token_embd.weight", WIDTH, tokens.size());
        for (int layer = 0; layer < 2; layer++) {
            String block = "blk." + layer + ".";
            tensor(block + "attn_norm.weight", WIDTH);
            tensor(block + "attn_q.weight", WIDTH, WIDTH);
            tensor(block + "attn_k.weight", WIDTH, WIDTH);
            tensor(block + "attn_v.weight", WIDTH, WIDTH);
            tensor(block + "attn_output.weight", WIDTH, WIDTH);
            tensor(block + "ffn_norm.weight", WIDTH);
            tensor(block + "ffn_gate.weight", WIDTH, FEED_FORWARD);
            tensor(block + "ffn_up.weight", WIDTH, FEED_FORWARD);
            tensor(block + "ffn_down.weight", FEED_FORWARD, WIDTH);
        }
        tensor("output_norm.weight", WIDTH);
        tensor("output.weight", WIDTH, tokens.size());

        header.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        int32(3);
        int64(names.size());
        int64(18);
        text("general.architecture", "llama");
        text("general.name", "tiny random test model");
        number("llama.context_length", 4096);
        number("llama.embedding_length", WIDTH);
        number("llama.block_count", 2);
        number("llama.feed_forward_length", FEED_FORWARD);
        number("llama.attention.head_count", 2);
        number("llama.rope.dimension_count", WIDTH / 2);
        key("llama.attention.layer_norm_rms_epsilon", 6);
        int32(Float.floatToIntBits(1e-5f));
        text("tokenizer.ggml.model", "llama");
        array("tokenizer.ggml.tokens", 8, tokens.size());
        tokens.forEach(token -> string(token.text()));
        array("tokenizer.ggml.scores", 6, tokens.size());
        tokens.forEach(token -> int32(Float.floatToIntBits(0)));
        array("tokenizer.ggml.token_type", 5, tokens.size());
        tokens.forEach(token -> int32(token.type()));
        number("tokenizer.ggml.bos_token_id", 1);
        number("tokenizer.ggml.eos_token_id", 4);
        truth("tokenizer.ggml.add_bos_token");
        truth("tokenizer.ggml.add_space_prefix");
        text("tokenizer.chat_template", TEMPLATE);
        tensors(random);
        return header.toByteArray();
    }

    private void tensors(Random random) {
        long offset = 0;
        for (int i = 0; i < names.size(); i++) {
            string(names.get(i));
            int32(shapes.get(i).length);
            for (int dimension : shapes.get(i)) {
                int64(dimension);
            }
            int32(0);
            int64(offset);
            offset += 4L * elements(i);
        }
        while (header.size() % ALIGNMENT != 0) {
            header.write(0);
        }
        for (int i = 0; i < names.size(); i++) {
            boolean norm = shapes.get(i).length == 1;
            for (int e = 0; e < elements(i); e++) {
                int32(Float.floatToIntBits(norm ? 1 : (float) (0.2 * random.nextGaussian())));
            }
        }
    }

    private int elements(int tensor) {
        int elements = 1;
        for (int dimension : shapes.get(tensor)) {
            elements *= dimension;
        }
        return elements;
    }

    private void tensor(String name, int... shape) {
        names.add(name);
        shapes.add(shape);
    }

    private void key(String key, int type) {
        string(key);
        int32(type);
    }

    private void text(String key, String value) {
        key(key, 8);
        string(value);
    }

    private void number(String key, int value) {
        key(key, 4);
        int32(value);
    }

    private void truth(String key) {
        key(key, 7);
        header.write(0);
    }

    private void array(String key, int type, int length) {
        key(key, 9);
        int32(type);
        int64(length);
    }

    private void string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int64(utf8.length);
        header.writeBytes(utf8);
    }

    private void int32(int value) {
        header.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private void int64(long value) {
        header.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }
}
