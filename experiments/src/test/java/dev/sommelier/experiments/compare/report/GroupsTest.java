package dev.sommelier.experiments.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void neighboursOnALineFormOverlappingGroups() {
        // 0, 1 and 2 are close, so are 2 and 3; 4 is far from all.
        var groups = Groups.of(5, (i, j) -> j < 4 && (j - i == 1 || (i == 0 && j == 2)));

        assertThat(groups).containsExactly(List.of(0, 1, 2), List.of(2, 3), List.of(4));
    }

    @Test
    void allAlikeIsOneGroupAndNoneAlikeIsOneEach() {
        assertThat(Groups.of(3, (i, j) -> true)).containsExactly(List.of(0, 1, 2));
        assertThat(Groups.of(2, (i, j) -> false)).containsExactly(List.of(0), List.of(1));
    }
}
