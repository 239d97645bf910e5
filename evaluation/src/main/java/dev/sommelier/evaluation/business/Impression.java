package dev.sommelier.evaluation.business;

/// An item that was shown to a user, and what followed.
///
/// @param user to whom it was shown; intervals resample users
/// @param clicked whether it was opened
/// @param converted whether it was bought, watched or whatever is the aim
/// @param revenue what the conversion brought, at least 0; 0 without one
public record Impression(String user, boolean clicked, boolean converted, double revenue) {
    public Impression {
        if (!(revenue >= 0) || Double.isInfinite(revenue) || (revenue > 0 && !converted)) {
            throw new IllegalArgumentException(
                    "revenue must be at least 0, and 0 without a conversion, got " + revenue + " of user " + user);
        }
    }
}
