package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.preference.Preference;
import dev.sommelier.llm.LanguageModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// Compares each document with others of its topic in the batch and grades it by the share of points that it wins.
///
/// The documents of a topic are put in a drawn circle and each meets the next [#AHEAD], so every document has twice as
/// many opponents where there are enough. The grade is therefore relative to the batch; a document without an opponent
/// is failed.
final class PairwiseJudge extends ModelJudge {
    private static final int AHEAD = 2;

    private final DocumentPreferences preferences;

    PairwiseJudge(JudgeSettings settings, LanguageModel model) {
        super(settings, model);
        this.preferences = new DocumentPreferences(settings, model);
    }

    @Override
    public Provenance facts() {
        return JudgeFacts.of(settings, model)
                .with("prompt", preferences.label())
                .with("answer", "label probabilities, in both orders")
                .with(
                        "decision rule",
                        "even split of the points won against up to " + 2 * AHEAD
                                + " documents of the topic in the batch over the grades");
    }

    @Override
    public boolean together() {
        return true;
    }

    /// Positions in the batch.
    private record Meeting(int first, int second) {}

    /// What a document has won so far.
    private record Standing(double points, double probability, int meetings, Usage usage) {
        Standing plus(Preference seen) {
            return new Standing(
                    points + seen.points(), probability + seen.probability(), meetings + 1, usage.plus(seen.usage()));
        }
    }

    @Override
    public List<Judgment> judge(List<RelevancePair> batch) {
        var meetings = meetings(batch);
        var read = preferences.read(meetings.stream()
                .map(meeting -> new DocumentPreferences.Duel(
                        batch.get(meeting.first()).topic(),
                        batch.get(meeting.first()).document(),
                        batch.get(meeting.second()).document()))
                .toList());
        List<Reading<Standing>> standings = new ArrayList<>();
        batch.forEach(pair -> standings.add(new Reading.Read<>(new Standing(0, 0, 0, Usage.NONE))));
        for (int i = 0; i < meetings.size(); i++) {
            var meeting = meetings.get(i);
            // The cost of a meeting is booked on one side only.
            add(standings, meeting.first(), read.get(i));
            add(standings, meeting.second(), read.get(i).then(seen -> new Reading.Read<>(free(seen.reversed()))));
        }
        return Readings.judgments(batch, standings, this::judgment);
    }

    private static Preference free(Preference seen) {
        return new Preference(seen.inOrder(), seen.swapped(), Usage.NONE);
    }

    private static void add(List<Reading<Standing>> standings, int at, Reading<Preference> seen) {
        standings.set(
                at, standings.get(at).then(sum -> seen.then(preference -> new Reading.Read<>(sum.plus(preference)))));
    }

    private List<Meeting> meetings(List<RelevancePair> batch) {
        var byTopic = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < batch.size(); i++) {
            byTopic.computeIfAbsent(batch.get(i).topic().id(), id -> new ArrayList<>())
                    .add(i);
        }
        var random = new Random(settings.seed());
        var meetings = new ArrayList<Meeting>();
        for (var circle : byTopic.values()) {
            Collections.shuffle(circle, random);
            int n = circle.size();
            for (int step = 1; step <= AHEAD && 2 * step <= n; step++) {
                // Across an even circle the second half would repeat the first.
                int starts = 2 * step == n ? step : n;
                for (int i = 0; i < starts; i++) {
                    meetings.add(new Meeting(circle.get(i), circle.get((i + step) % n)));
                }
            }
        }
        return meetings;
    }

    private Judgment judgment(RelevancePair pair, Standing standing) {
        if (standing.meetings() == 0) {
            return Reading.failed(
                    pair,
                    "no-opponent",
                    "the batch holds no other document of topic " + pair.topic().id() + "; use a larger --batch",
                    Usage.NONE);
        }
        return Split.evenly(
                settings.scale(),
                pair,
                standing.points() / standing.meetings(),
                standing.probability() / standing.meetings(),
                standing.usage());
    }
}
