package dev.sommelier.io.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private Journal open(String name) {
        return Journal.open(folder.resolve(name), "hash", 10, 4);
    }

    private static List<Unit> outcome(Lease lease, String content) {
        return LongStream.range(lease.first(), lease.end())
                .mapToObj(position -> new Unit(position, "", content + position))
                .toList();
    }

    private static List<String> contents(Journal journal) {
        var all = new ArrayList<String>();
        journal.forEach(unit -> all.add(unit.content()));
        return all;
    }

    @Test
    void batchesAreTakenInOrderAndCountOnce() {
        try (var journal = open("j")) {
            journal.want(10);
            for (var lease = journal.take(); lease.isPresent(); lease = journal.take()) {
                assertThat(journal.commit(lease.get(), outcome(lease.get(), "a")))
                        .isTrue();
                assertThat(journal.commit(lease.get(), outcome(lease.get(), "b")))
                        .isFalse();
            }
            assertThat(contents(journal)).containsExactly("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9");
            assertThat(journal.finished()).isTrue();
        }
    }

    @Test
    void aWishIsRoundedUpToWholeBatchesAndGrowsOnly() {
        try (var journal = open("j")) {
            assertThat(journal.want(5)).isEqualTo(8);
            assertThat(journal.want(1)).isEqualTo(8);
            assertThat(journal.want(9)).isEqualTo(10);
        }
    }

    @Test
    void twoWorkersNeverHoldTheSameBatch() {
        try (var first = open("j");
                var second = open("j")) {
            first.want(10);
            assertThat(first.take().orElseThrow().batch()).isZero();
            assertThat(second.take().orElseThrow().batch()).isEqualTo(1);
            assertThat(first.take().orElseThrow().batch()).isEqualTo(2);
            assertThat(second.take()).isEmpty();
            assertThat(second.finished()).isFalse();
        }
    }

    @Test
    void aSilentWorkersBatchIsTakenAgainAndItsLateOutcomeIsDropped() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        try (var slow = Journal.open(folder.resolve("j"), "hash", 10, 4, Clock.fixed(now, ZoneOffset.UTC));
                var other = Journal.open(
                        folder.resolve("j"),
                        "hash",
                        10,
                        4,
                        Clock.fixed(now.plus(Journal.EXPIRY).plus(Duration.ofMillis(1)), ZoneOffset.UTC))) {
            slow.want(4);
            var lost = slow.take().orElseThrow();
            var again = other.take().orElseThrow();
            assertThat(again.batch()).isEqualTo(lost.batch());
            assertThat(slow.commit(lost, outcome(lost, "late"))).isFalse();
            assertThat(other.commit(again, outcome(again, "new"))).isTrue();
            assertThat(contents(other)).containsExactly("new0", "new1", "new2", "new3");
        }
    }

    @Test
    void aReleasedBatchIsTakenFirst() {
        try (var journal = open("j")) {
            journal.want(10);
            var lease = journal.take().orElseThrow();
            journal.release(lease);
            assertThat(journal.take().orElseThrow().batch()).isEqualTo(lease.batch());
        }
    }

    @Test
    void retryTakesBatchesWithFailuresWholeAndKeepsTheOldOutcomeUntilThen() {
        try (var journal = open("j")) {
            journal.want(8);
            var first = journal.take().orElseThrow();
            var units = new ArrayList<>(outcome(first, "a"));
            units.set(2, new Unit(2, "overflow", "x"));
            journal.commit(first, units);
            var second = journal.take().orElseThrow();
            journal.commit(second, outcome(second, "a"));
            assertThat(journal.counts()).isEqualTo(new Counts(8, 7, 1, 0, Map.of("overflow", 1L)));

            assertThat(journal.retryFailed()).isEqualTo(1);
            assertThat(contents(journal)).hasSize(8);
            var again = journal.take().orElseThrow();
            assertThat(again.batch()).isZero();
            journal.commit(again, outcome(again, "b"));
            assertThat(contents(journal)).containsExactly("b0", "b1", "b2", "b3", "a4", "a5", "a6", "a7");
            assertThat(journal.take()).isEmpty();
        }
    }

    @Test
    void anotherPlansJournalIsRefused() {
        open("j").close();
        assertThatThrownBy(() -> Journal.open(folder.resolve("j"), "other", 10, 4))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("another plan");
    }

    @Test
    void mergeAddsWhatIsMissingAndLeavesTheRestToBeDone() {
        try (var part = open("part")) {
            part.want(8);
            part.take();
            var second = part.take().orElseThrow();
            part.commit(second, outcome(second, "theirs"));
        }
        try (var journal = open("j")) {
            assertThat(merged(journal, "part")).isEqualTo(new Merged(4, 0, 0, 0, 0, List.of()));
            assertThat(merged(journal, "part")).isEqualTo(new Merged(0, 0, 4, 0, 0, List.of()));
            assertThat(contents(journal)).containsExactly("theirs4", "theirs5", "theirs6", "theirs7");
            assertThat(journal.take().orElseThrow().batch()).isZero();
            assertThat(journal.take()).isEmpty();
        }
    }

    private Merged merged(Journal journal, String other) {
        return journal.merge(
                folder.resolve(other), (here, there) -> here.content().equalsIgnoreCase(there.content()));
    }

    /// A journal with one batch of these contents; a failure where one begins with a minus.
    private Journal judged(String name, String... contents) {
        var journal = open(name);
        journal.want(4);
        var lease = journal.take().orElseThrow();
        var units = new ArrayList<Unit>();
        for (var content : contents) {
            units.add(new Unit(units.size(), content.startsWith("-") ? "prose" : "", content));
        }
        assertThat(journal.commit(lease, units)).isTrue();
        return journal;
    }

    @Test
    void mergeRepairsFailuresAndChangesNoResult() {
        judged("part", "A", "b", "-", "other").close();
        try (var journal = judged("j", "a", "-", "c", "d")) {
            var conflict = new Merged.Conflict(new Unit(3, "", "d"), new Unit(3, "", "other"));
            assertThat(merged(journal, "part")).isEqualTo(new Merged(0, 1, 1, 1, 1, List.of(conflict)));
            assertThat(contents(journal)).containsExactly("a", "b", "c", "d");
            assertThat(journal.counts()).isEqualTo(new Counts(4, 4, 0, 0, Map.of()));
        }
    }

    @Test
    void aRetryThatFailsDoesNotUndoWhatAMergeBroughtMeanwhile() {
        try (var ours = open("ours");
                var theirs = open("theirs")) {
            ours.want(4);
            var lease = ours.take().orElseThrow();
            ours.commit(lease, failures(lease, "timeout"));
            ours.retryFailed();
            var again = ours.take().orElseThrow();
            theirs.want(4);
            var other = theirs.take().orElseThrow();
            var half = new ArrayList<>(outcome(other, "a").subList(0, 2));
            half.addAll(failures(other, "timeout").subList(2, 4));
            theirs.commit(other, half);
            ours.merge(folder.resolve("theirs"), Unit::equals);
            assertThat(ours.commit(again, failures(again, "connection"))).isTrue();
            assertThat(ours.units(0, 4)).extracting(Unit::cause).containsExactly("", "", "connection", "connection");
            assertThat(contents(ours)).startsWith("a0", "a1");
        }
    }

    private static List<Unit> failures(Lease lease, String cause) {
        return outcome(lease, cause).stream()
                .map(unit -> new Unit(unit.position(), cause, unit.content()))
                .toList();
    }

    @Test
    void mergeEndsARetryOnceNothingFailedIsLeftAndNotBefore() {
        judged("part", "a", "b", "-", "d").close();
        judged("rest", "-", "b", "c", "d").close();
        try (var journal = judged("j", "a", "-", "-", "d")) {
            assertThat(journal.retryFailed()).isEqualTo(1);
            assertThat(merged(journal, "part").repaired()).isEqualTo(1);
            assertThat(journal.open(10).positions()).isEqualTo(10);
            assertThat(merged(journal, "rest").repaired()).isEqualTo(1);
            assertThat(journal.take()).isEmpty();
            assertThat(contents(journal)).containsExactly("a", "b", "c", "d");
        }
    }

    @Test
    void openBatchesAreThoseWithoutAnOutcomeAndThoseToBeRetried() {
        try (var journal = judged("j", "a", "-", "c", "d")) {
            var rest = journal.open(10);
            assertThat(List.of(rest.count(), rest.positions())).isEqualTo(List.of(2, 6L));
            assertThat(List.of(rest.first(0), rest.end(0), rest.first(1), rest.end(1)))
                    .isEqualTo(List.of(4L, 8L, 8L, 10L));
            assertThat(journal.open(5).positions()).isEqualTo(4);
            assertThat(journal.open(4).count()).isZero();
            journal.retryFailed();
            assertThat(journal.open(4).positions()).isEqualTo(4);
            assertThat(journal.open(10).positions()).isEqualTo(10);
        }
    }

    @Test
    void failuresThatNoAttemptCanMendAreNotRetried() {
        try (var journal = judged("j", "a", "-", "c", "d")) {
            assertThat(journal.retryFailed(Set.of("prose", "other"))).isZero();
            assertThat(journal.retryFailed(Set.of("other"))).isEqualTo(1);
            assertThat(journal.units(1, 3)).containsExactly(new Unit(1, "prose", "-"), new Unit(2, "", "c"));
        }
    }
}
