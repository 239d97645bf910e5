package dev.sommelier.evaluation.significance;

/// One paired test for each pair of systems, then a correction.
///
/// @param test the test of one pair
/// @param correction of all p-values together
public record CorrectedTest(PairedTest test, Correction correction) implements FamilyTest {
    @Override
    public String name() {
        return test.name() + ", " + correction.title();
    }

    @Override
    public double[] adjusted(ScoreTable table) {
        int systems = table.systems().size();
        var p = new double[systems * (systems - 1) / 2];
        int at = 0;
        for (int i = 0; i < systems; i++) {
            for (int j = i + 1; j < systems; j++) {
                p[at++] = test.of(table.differences(i, j)).p();
            }
        }
        return correction.adjust(p);
    }
}
