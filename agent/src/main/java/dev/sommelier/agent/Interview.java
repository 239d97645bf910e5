package dev.sommelier.agent;

import dev.sommelier.core.Usage;
import dev.sommelier.llm.ModelFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks one user's questions: tries an unusable answer once more, falls back where that fails, and keeps the trace.
final class Interview {
    private static final int LEAST_TOKENS = 16;

    private final Decider.Session session;
    private final Spending spending;
    private final RepairCounts repairs;
    private final List<TraceStep> steps = new ArrayList<>();
    private Usage usage = Usage.NONE;
    private Duration ownTimeBefore = Duration.ZERO;

    /// A question's outcome, to be finished with what came of it.
    record Asked(Question question, Decision decision, String thought, List<Answer.Call> calls, List<String> notes) {
        boolean fellBack() {
            return notes.contains(Repair.FALLBACK.label());
        }
    }

    Interview(Decider.Session session, Spending spending, RepairCounts repairs) {
        this.session = session;
        this.spending = spending;
        this.repairs = repairs;
    }

    /// Which limit forbids asking, if one does.
    ///
    /// @param reserve what must remain afterwards
    Optional<Repair> limit(Question question, Decider.Cost reserve) {
        return spending.limit(session.estimate(question).plus(reserve));
    }

    Decider.Cost estimate(Question question) {
        return session.estimate(question);
    }

    /// @throws AgentFailure if the decider throws
    /// @throws ModelFailure if all later questions would fail in the same way
    Asked ask(Question question) {
        var calls = new ArrayList<Answer.Call>();
        var notes = new ArrayList<String>();
        for (var asked : List.of(question, question.again())) {
            if (asked.retry() && limit(asked, Decider.Cost.NONE).isPresent()) {
                break;
            }
            var answer = answer(asked);
            calls.add(answer.call());
            if (answer instanceof Answer.Chosen chosen && question.options().contains(chosen.decision())) {
                return new Asked(question, chosen.decision(), chosen.thought(), calls, notes);
            }
            note(answer instanceof Answer.Unusable unusable ? unusable.cause() : Repair.NOT_ALLOWED, notes);
        }
        note(Repair.FALLBACK, notes);
        return new Asked(question, fallback(question), "", calls, notes);
    }

    private Answer answer(Question question) {
        try {
            var answer = session.answer(question, Math.max(LEAST_TOKENS, spending.generatedLeft()));
            spending.add(answer.call());
            usage = usage.plus(answer.call().usage());
            return answer;
        } catch (RuntimeException e) {
            if (e instanceof ModelFailure failure && failure.kind().endsJob()) {
                throw failure;
            }
            var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new AgentFailure("question " + (steps.size() + 1) + ": " + reason, e);
        }
    }

    private void note(Repair repair, List<String> notes) {
        repairs.add(repair, 1);
        notes.add(repair.label());
    }

    private static Decision fallback(Question question) {
        var finish = new Decision.Finish();
        return question.options().contains(finish) ? finish : question.options().getFirst();
    }

    /// Writes the step into the trace.
    void finish(Asked asked, String observation, List<String> moreNotes) {
        var cost = asked.calls().stream().map(Answer.Call::usage).reduce(Usage.NONE, Usage::plus);
        var last = asked.calls().isEmpty() ? Answer.Call.NONE : asked.calls().getFirst();
        var notes = new ArrayList<>(asked.notes());
        notes.addAll(moreNotes);
        var own = ownTime();
        steps.add(new TraceStep(
                steps.size() + 1,
                asked.question().stage(),
                asked.question().options().size(),
                asked.decision().label(),
                asked.thought(),
                asked.calls().stream()
                        .map(Answer.Call::reply)
                        .filter(reply -> !reply.isEmpty())
                        .toList(),
                last.prompt(),
                last.promptHash(),
                observation,
                notes,
                cost,
                own.minus(ownTimeBefore)));
        ownTimeBefore = own;
    }

    List<TraceStep> steps() {
        return steps;
    }

    Usage usage() {
        return usage;
    }

    Duration ownTime() {
        return spending.elapsed().minus(usage.time());
    }
}
