package dev.sommelier.datasets.trec;

/// What is unusual about a file and yet accepted, with the treatment it gets.
public enum Oddity {
    /// The file starts with a UTF-8 byte-order mark; trec_eval would take it as part of the first topic's name.
    BYTE_ORDER_MARK("a byte-order mark at the start was left out"),
    /// Lines end with carriage return and line feed.
    CARRIAGE_RETURN("lines that end in CRLF were read as lines"),
    /// White space before the first field, after the last, or more than one character between two.
    EXTRA_SPACE("lines have extra white space, which was ignored"),
    /// A run's line has more than six fields.
    EXTRA_FIELDS("lines have more than 6 fields; what follows the run name was ignored"),
    /// Empty lines; trec_eval refuses them in qrels.
    BLANK_LINE("blank lines were skipped"),
    /// Lines that start with a number sign.
    COMMENT("lines that start with # were skipped as comments"),
    /// The same judgement twice with the same grade; trec_eval refuses it.
    REPEATED_JUDGEMENT("judgements are given twice with the same grade and were counted once"),
    /// A topic's lines are not all together.
    INTERLEAVED_TOPIC("times a topic came back after another one; its lines were put together"),
    /// A run's lines carry more than one name; trec_eval, too, keeps the last.
    SEVERAL_NAMES("times the run name changed; the last line's was kept");

    private final String sentence;

    Oddity(String sentence) {
        this.sentence = sentence;
    }

    /// What it is and what was done about it, to be put after the number of times.
    public String sentence() {
        return sentence;
    }
}
