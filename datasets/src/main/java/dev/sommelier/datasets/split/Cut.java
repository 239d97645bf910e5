package dev.sommelier.datasets.split;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.datasets.table.Part;
import dev.sommelier.io.Hashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes parts of a data set out of what a rule says of each row.
final class Cut {
    private final Dataset dataset;
    private final InteractionTable table;
    private final List<int[]> timelines;
    private final Assignment assignment;
    private final SplitRule rule;
    private int unknownAtTest;
    private int unasked;

    private Cut(Dataset dataset, SplitRule rule) {
        this.dataset = dataset;
        this.rule = rule;
        this.table = dataset.table();
        this.timelines = firstContacts(table);
        this.assignment = Assignment.of(dataset.name(), table, timelines, rule);
    }

    static Parts of(Dataset dataset, SplitRule rule) {
        return new Cut(dataset, rule).parts();
    }

    private Parts parts() {
        var train = new ArrayList<History>();
        var trainAndValidation = new ArrayList<History>();
        var validation = new ArrayList<Asked>();
        var test = new ArrayList<Asked>();
        int used = 0;
        for (int user = 0; user < timelines.size(); user++) {
            var rows = timelines.get(user);
            used += rows.length;
            if (assignment.heldOut(user)) {
                (assignment.validates(user) ? validation : test)
                        .add(new Asked(history(user, Part.TRAIN), interactions(user, Part.TEST)));
                if (assignment.validates(user)) {
                    trainAndValidation.add(history(user, Part.TRAIN, Part.VALIDATION, Part.TEST));
                }
                continue;
            }
            var learned = history(user, Part.TRAIN);
            var both = history(user, Part.TRAIN, Part.VALIDATION);
            addIfAny(train, learned);
            addIfAny(trainAndValidation, both);
            ask(validation, learned, interactions(user, Part.VALIDATION));
            if (!ask(test, both, interactions(user, Part.TEST))) {
                unknownAtTest++;
            }
        }
        return new Parts(
                dataset.catalog(),
                new TrainingSet(dataset.catalog(), train),
                new TrainingSet(dataset.catalog(), trainAndValidation),
                validation,
                test,
                rule.text(),
                hash(validation, test),
                new Parts.Counts(table.size() - used, timelines.size() - test.size(), unknownAtTest, unasked));
    }

    private static void addIfAny(List<History> histories, History history) {
        if (!history.events().isEmpty()) {
            histories.add(history);
        }
    }

    /// @return whether a user of whom something is held out could be asked
    private boolean ask(List<Asked> asked, History known, List<Interaction> heldOut) {
        if (heldOut.isEmpty()) {
            return true;
        }
        if (known.events().isEmpty()) {
            unasked += heldOut.size();
            return false;
        }
        asked.add(new Asked(known, heldOut));
        return true;
    }

    private History history(int user, Part... parts) {
        var wanted = List.of(parts);
        var events = new ArrayList<Event>();
        for (int row : timelines.get(user)) {
            if (wanted.contains(assignment.part(row))) {
                events.add(table.get(row).event());
            }
        }
        return new History(table.users().get(user), events);
    }

    private List<Interaction> interactions(int user, Part part) {
        return Arrays.stream(timelines.get(user))
                .filter(row -> assignment.part(row) == part)
                .mapToObj(table::get)
                .toList();
    }

    private static List<int[]> firstContacts(InteractionTable table) {
        var byUser = table.byUser();
        var owner = new int[table.items().size()];
        var timelines = new ArrayList<int[]>();
        for (int user = 0; user < byUser.users(); user++) {
            int mark = user + 1;
            timelines.add(Arrays.stream(byUser.rows(user))
                    .filter(row -> {
                        boolean first = owner[table.item(row)] != mark;
                        owner[table.item(row)] = mark;
                        return first;
                    })
                    .toArray());
        }
        return timelines;
    }

    private String hash(List<Asked> validation, List<Asked> test) {
        var text = new StringBuilder(rule.text() + "\n" + dataset.contentHash() + "\n");
        append(text, "v", validation);
        append(text, "t", test);
        return Hashes.sha256(text.toString());
    }

    private static void append(StringBuilder text, String part, List<Asked> users) {
        for (var asked : users) {
            for (var one : asked.heldOut()) {
                text.append(part)
                        .append('\t')
                        .append(asked.user())
                        .append('\t')
                        .append(one.item())
                        .append('\t')
                        .append(one.time())
                        .append('\n');
            }
        }
    }
}
