package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.DifferenceTable;
import java.util.Locale;

/// Draws intervals of differences as small pictures on one common scale, 0 in the middle. The numbers stand beside
/// them, so screen readers skip the pictures.
final class Forest {
    private static final int WIDTH = 192;
    private static final int MIDDLE = 12;
    private static final int MARGIN = 8;

    private final double reach;

    Forest(DifferenceTable table) {
        this.reach = Math.max(
                1e-9,
                table.rows().stream()
                        .map(DifferenceTable.Row::difference)
                        .mapToDouble(d -> Math.max(Math.abs(d.low()), Math.abs(d.high())))
                        .max()
                        .orElse(0));
    }

    static String header(String reference) {
        return "<th scope=\"col\" class=\"forest\"><span class=\"sides\"><span>◂ " + Html.escape(reference)
                + " better</span><span>worse ▸</span></span></th>";
    }

    String cell(Interval difference) {
        return String.format(
                Locale.ROOT,
                "<td class=\"forest\"><svg viewBox=\"0 0 %d 24\" preserveAspectRatio=\"xMidYMid meet\" aria-hidden=\"true\">"
                        + "<line class=\"zero\" x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"24\"/>"
                        + "<line class=\"whisker\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>"
                        + "<circle class=\"dot\" cx=\"%.1f\" cy=\"%d\" r=\"3.5\"/></svg></td>",
                WIDTH,
                WIDTH / 2,
                WIDTH / 2,
                x(difference.low()),
                MIDDLE,
                x(difference.high()),
                MIDDLE,
                x(difference.mean()),
                MIDDLE);
    }

    private double x(double value) {
        return WIDTH / 2.0 + value / reach * (WIDTH / 2.0 - MARGIN);
    }
}
