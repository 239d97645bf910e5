package dev.sommelier.datasets.check;

import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.split.Parts;
import dev.sommelier.datasets.split.SplitRule;
import java.util.ArrayList;
import java.util.List;

/// Everything that a data set was checked for.
///
/// ```java
/// var check = DataCheck.of(dataset, new SplitRule.LeaveLastOut(), 5);
/// check.findings().forEach(finding -> System.out.println(finding.what() + ": " + finding.found()));
/// ```
///
/// @param data the name of the data set
/// @param split the split that was chosen, with its parameters
/// @param rare how many interactions make a user or item not rare
/// @param findings in a fixed order, those with nothing found too
/// @param youngerTraining the share of training interactions that are younger than a test interaction, the mean over
/// the
///     test interactions whose time is known, 0 to 1; 0 where there is none. It tells how much of the future a model
/// has
///     learned from
public record DataCheck(String data, String split, int rare, List<Finding> findings, double youngerTraining) {
    public DataCheck {
        findings = List.copyOf(findings);
    }

    /// Checks a data set.
    ///
    /// @param rule the split whose leakage is told
    /// @param rare users and items with fewer interactions are counted as rare, at least 1
    /// @throws dev.sommelier.core.SommelierException if the data set cannot be split so
    public static DataCheck of(Dataset dataset, SplitRule rule, int rare) {
        if (rare < 1) {
            throw new IllegalArgumentException("rare must be at least 1, got " + rare);
        }
        Parts parts = rule.cut(dataset);
        var findings = new ArrayList<Finding>();
        findings.addAll(Contacts.findings(dataset, rare));
        findings.addAll(Texts.findings(dataset.catalog()));
        findings.addAll(Times.findings(dataset.table()));
        var leakage = Leakage.of(parts);
        findings.addAll(leakage.findings());
        return new DataCheck(dataset.name(), parts.rule(), rare, findings, leakage.youngerTraining());
    }
}
