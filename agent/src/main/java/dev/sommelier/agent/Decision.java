package dev.sommelier.agent;

import java.util.Optional;

/// One thing that a [Decider] may choose. Items are named by the small numbers under which they were shown.
public sealed interface Decision {
    /// The words by which a model chooses it, such as `retrieve genre=Comedy`; distinct among the options of a
    /// question.
    String label();

    /// Ask for items that suit the user in one attribute.
    ///
    /// @param value when present, only items with this value
    record Retrieve(String attribute, Optional<String> value) implements Decision {
        @Override
        public String label() {
            return "retrieve " + attribute + value.map(v -> "=" + v).orElse("");
        }
    }

    /// Order the candidates by the numeric score of one attribute.
    record Rank(String attribute) implements Decision {
        @Override
        public String label() {
            return "rank by " + attribute;
        }
    }

    /// Order the best candidates by the decider's own choice, step by step.
    record RankMyself() implements Decision {
        @Override
        public String label() {
            return "rank myself";
        }
    }

    /// Read all that the catalogue knows of one candidate.
    record LookUp(int number) implements Decision {
        @Override
        public String label() {
            return "look up " + number;
        }
    }

    /// Stop exploring and choose the final list.
    record Finish() implements Decision {
        @Override
        public String label() {
            return "finish";
        }
    }

    /// Take one candidate as the next best.
    record Pick(int number) implements Decision {
        @Override
        public String label() {
            return Integer.toString(number);
        }
    }
}
