package org.sed4j.core.society;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Round;
import org.sed4j.core.pomg.Spaces;

/** The row of any society: means over worlds. Players have columns of their own up to {@link #SHOWN} of them. */
final class StandardRow {
    private static final int SHOWN = 12;

    private final Row row;

    private StandardRow(Row row) {
        this.row = row;
    }

    static Map<String, Double> of(Round round, Session session) {
        StandardRow made = new StandardRow(Row.of(round, session));
        made.round(round, session);
        return made.row.figures();
    }

    private void round(Round round, Session session) {
        Spaces spaces = session.society().spaces();
        List<String> parameters = session.society().game().objectives().parameters();
        double[] elected = round.election().parameters();
        for (int j = 0; j < parameters.size(); j++) {
            row.put(parameters.get(j), elected[j]);
        }
        row.put("welfare", round.welfare());
        for (String name : round.types().names()) {
            players("type_" + name, round.types().players(name), false);
        }
        Outcome outcome = round.outcome();
        Design law = outcome.meanDesign();
        for (int j = 0; j < law.size(); j++) {
            row.put("law_" + spaces.design().names().get(j), law.get(j));
        }
        for (String measure : outcome.measures()) {
            players(measure, outcome.meanAmounts(measure), true);
        }
        for (String gauge : outcome.gauges()) {
            row.put(gauge, outcome.meanGauge(gauge));
        }
        row.learners();
    }

    /** Everybody's, and together: the sum of what was got, the mean of what people are. */
    private void players(String name, double[] values, boolean summed) {
        double sum = Arrays.stream(values).sum();
        row.put(name + (summed ? "_total" : "_mean"), summed ? sum : sum / values.length);
        if (values.length <= SHOWN) {
            row.each(name + "_", values);
        }
    }
}
