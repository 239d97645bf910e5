package dev.sommelier.experiments.agreement;

import dev.sommelier.experiments.report.Rendering;

/// The forms in which the reports of this package can be published.
public final class Renderings {
    private Renderings() {}

    /// The forms of an agreement.
    public static Rendering of(AgreementReport report) {
        return new Rendering(AgreementTables.of(report), provenance -> AgreementHtml.render(report, provenance));
    }

    /// The forms of two system rankings.
    public static Rendering of(SystemRankingReport report) {
        return new Rendering(
                SystemRankingTables.of(report), provenance -> SystemRankingHtml.render(report, provenance));
    }

    /// The forms of paired comparisons.
    public static Rendering of(SignificanceReport report) {
        return new Rendering(SignificanceTables.of(report), provenance -> SignificanceHtml.render(report, provenance));
    }
}
