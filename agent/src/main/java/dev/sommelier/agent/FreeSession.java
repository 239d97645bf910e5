package dev.sommelier.agent;

/// A session that calls no model.
abstract class FreeSession implements Decider.Session {
    abstract Decision choose(Question question);

    @Override
    public final Decider.Cost estimate(Question question) {
        return Decider.Cost.NONE;
    }

    @Override
    public final Answer answer(Question question, int tokenLimit) {
        return new Answer.Chosen(choose(question), "", Answer.Call.NONE);
    }
}
