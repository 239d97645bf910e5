package dev.sommelier.evaluation.agreement;

/// The mean error of the labels in grades: absolute (MAE, 0 is best), or signed, label less human, where above 0 means
/// that labels are too generous. Undefined (NaN) without pairs.
///
/// @param signed whether errors of opposite sign cancel
public record GradeError(boolean signed) implements AgreementMeasure {
    @Override
    public String name() {
        return signed ? "mean signed error" : "MAE";
    }

    @Override
    public double of(Confusion table) {
        double error = 0;
        for (int i = 0; i < table.size(); i++) {
            for (int j = 0; j < table.size(); j++) {
                error += (double) table.at(i, j) * (signed ? j - i : Math.abs(j - i));
            }
        }
        return error / table.total();
    }
}
