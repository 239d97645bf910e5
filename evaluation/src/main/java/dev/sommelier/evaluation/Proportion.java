package dev.sommelier.evaluation;

/// The share of cases in which something happened, with the 95 % score interval, which is sensible for few cases and
/// for shares of 0 and 1 too. Takes the cases as independent.
///
/// Source: Wilson, *Probable inference, the law of succession, and statistical inference*, Journal of the American
/// Statistical Association 1927, [doi:10.1080/01621459.1927.10502953](https://doi.org/10.1080/01621459.1927.10502953).
public final class Proportion {
    /// The 97.5 % quantile of the standard normal distribution.
    private static final double Z = 1.959963984540054;

    private Proportion() {}

    /// @param happened from 0 to `cases`
    /// @param cases at least 1
    public static Interval of(int happened, int cases) {
        if (cases < 1 || happened < 0 || happened > cases) {
            throw new IllegalArgumentException(
                    "a proportion needs 0 to n of at least 1 case, got " + happened + " of " + cases);
        }
        double share = (double) happened / cases;
        double square = Z * Z / cases;
        double middle = (share + square / 2) / (1 + square);
        double reach = Z / (1 + square) * Math.sqrt(share * (1 - share) / cases + square / (4 * cases));
        double low = happened == 0 ? 0 : middle - reach;
        double high = happened == cases ? 1 : middle + reach;
        return new Interval(share, low, high, Bootstrap.CONFIDENCE, cases);
    }
}
