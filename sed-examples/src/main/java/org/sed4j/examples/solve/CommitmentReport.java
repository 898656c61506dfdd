package org.sed4j.examples.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Certificate;
import org.sed4j.core.stackelberg.Commitment;
import org.sed4j.core.stackelberg.Response;
import org.sed4j.core.stackelberg.StackelbergGame;

/** A commitment in names and numbers, as {@code sed solve} shows it. */
final class CommitmentReport {
    /** Probabilities below this are not shown. */
    private static final double SHOWN = 1e-9;

    private CommitmentReport() {}

    static Map<String, Object> of(StackelbergGame game, Commitment commitment) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("value", commitment.value().number());
        commitment
                .value()
                .exact()
                .ifPresent(exact -> result.put("exact", commitment.value().toString()));
        result.put("bound", commitment.bound());
        result.put("attained", commitment.attained());
        Map<String, Object> mixture = new LinkedHashMap<>();
        for (int l = 0; l < game.leaderActions().size(); l++) {
            if (commitment.leader().get(l) > SHOWN) {
                mixture.put(game.leaderActions().get(l), commitment.leader().get(l));
            }
        }
        result.put("commitment", mixture);
        result.put("response", response(game.followers(), commitment.response()));
        result.put(
                "interval",
                List.of(
                        commitment.interval().low().number(),
                        commitment.interval().high().number()));
        result.put("gap", commitment.certificate().gap());
        result.put("gaps", gaps(game.followers(), commitment.certificate()));
        return result;
    }

    private static List<Object> response(BayesianGame followers, Response response) {
        List<Object> lines = new ArrayList<>();
        for (int t = 0; t < followers.typeProfiles().count(); t++) {
            for (int a = 0;
                    a < followers.profiles().count() && followers.prior().get(t) > 0;
                    a++) {
                double probability = response.byType().get(t).get(a);
                if (probability > SHOWN) {
                    List<String> types = new ArrayList<>();
                    List<String> actions = new ArrayList<>();
                    for (int i = 0; i < followers.players(); i++) {
                        types.add(
                                followers.types(i).get(followers.typeProfiles().choice(t, i)));
                        actions.add(
                                followers.actions(i).get(followers.profiles().choice(a, i)));
                    }
                    Map<String, Object> line = new LinkedHashMap<>();
                    if (!followers.isComplete()) {
                        line.put("types", types);
                    }
                    line.put("actions", actions);
                    line.put("probability", probability);
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static List<Object> gaps(BayesianGame followers, Certificate certificate) {
        List<Object> lines = new ArrayList<>();
        for (Certificate.Gap gap : certificate.gaps()) {
            int player = gap.deviation().player();
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("follower", player);
            if (!followers.isComplete()) {
                line.put("type", followers.types(player).get(gap.deviation().type()));
            }
            line.put("gain", gap.gain());
            line.put(
                    "deviation",
                    followers.actions(player).get(gap.deviation().plays().get(0)));
            lines.add(line);
        }
        return lines;
    }
}
