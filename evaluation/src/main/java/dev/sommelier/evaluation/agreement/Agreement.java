package dev.sommelier.evaluation.agreement;

/// The share of pairs with equal grades, from 0 to 1, without any correction for chance. Undefined (NaN) without pairs.
public record Agreement() implements AgreementMeasure {
    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public double of(Confusion table) {
        double equal = 0;
        for (int i = 0; i < table.size(); i++) {
            equal += table.at(i, i);
        }
        return equal / table.total();
    }
}
