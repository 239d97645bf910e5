package dev.sommelier.evaluation.agreement;

/// A measure after both sides are cut in two: relevant is `grade` and above.
///
/// @param measure the measure of the two classes
/// @param grade the lowest relevant grade
public record Binarised(AgreementMeasure measure, int grade) implements AgreementMeasure {
    @Override
    public String name() {
        return measure.name() + " >=" + grade;
    }

    @Override
    public double of(Confusion table) {
        return measure.of(table.binarised(grade));
    }
}
