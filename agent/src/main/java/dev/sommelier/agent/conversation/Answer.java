package dev.sommelier.agent.conversation;

import java.util.List;
import java.util.Optional;

/// An answer in the making: the reply and all that its turn keeps.
record Answer(
        Reply reply,
        DialogueState state,
        Turn.Kind kind,
        List<String> understood,
        List<Turn.Step> steps,
        Optional<Feedback> feedback) {
    Answer {
        understood = List.copyOf(understood);
        steps = List.copyOf(steps);
    }

    Answer with(Feedback given) {
        return new Answer(reply, state, kind, understood, steps, Optional.of(given));
    }
}
