package org.sed4j.core.stackelberg.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.StackelbergGame;

/** Writes a game without types as one of Gambit's strategic games (.nfg), in which the leader is player 1. */
public final class NfgWriter {
    /** How payoffs stand in the file. */
    public enum Form {
        /** Each profile's payoffs, listed; strategies have no names. */
        PAYOFFS,
        /** Each profile's outcome, by number; equal payoffs are one outcome. */
        OUTCOMES
    }

    private final StackelbergGame game;
    private final BayesianGame followers;

    private NfgWriter(StackelbergGame game) {
        this.game = game;
        this.followers = game.followers();
        Require.that(
                followers.isComplete(),
                "types of the followers",
                followers.typeProfiles().count(),
                "must be one each to be written as a strategic game",
                "the game is Bayesian; Gambit's strategic games know no types");
    }

    /**
     * The game as a file's text.
     *
     * @param title of any characters
     * @throws IllegalArgumentException if followers have types
     */
    public static String print(StackelbergGame game, String title, Form form) {
        return new NfgWriter(game).print(title, form);
    }

    private String print(String title, Form form) {
        StringBuilder text = new StringBuilder("NFG 1 R ").append(quoted(title)).append(" { \"Leader\"");
        for (int i = 0; i < followers.players(); i++) {
            text.append(" \"Follower ").append(i + 1).append('"');
        }
        text.append(" }\n\n{");
        List<List<String>> strategies = new ArrayList<>(List.of(game.leaderActions()));
        for (int i = 0; i < followers.players(); i++) {
            strategies.add(followers.actions(i));
        }
        for (List<String> own : strategies) {
            if (form == Form.PAYOFFS) {
                text.append(' ').append(own.size());
            } else {
                text.append("\n{");
                own.forEach(name -> text.append(' ').append(quoted(name)));
                text.append(" }");
            }
        }
        text.append(form == Form.PAYOFFS ? " }\n" : "\n}\n").append("\n");
        body(text, form);
        return text.toString();
    }

    private void body(StringBuilder text, Form form) {
        Map<List<String>, Integer> outcomes = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        int[] choice = new int[followers.players()];
        boolean more = true;
        while (more) {
            StringBuilder line = new StringBuilder();
            for (int l = 0; l < game.leaderActions().size(); l++) {
                List<String> paid = paid(l, choice);
                line.append(l == 0 ? "" : " ")
                        .append(
                                form == Form.PAYOFFS
                                        ? String.join(" ", paid)
                                        : String.valueOf(outcomes.computeIfAbsent(paid, fresh -> outcomes.size() + 1)));
            }
            lines.add(line.toString());
            more = next(choice);
        }
        if (form == Form.OUTCOMES) {
            text.append("{\n");
            outcomes.keySet()
                    .forEach(paid -> text.append("{ \"\" ")
                            .append(String.join(", ", paid))
                            .append(" }\n"));
            text.append("}\n");
        }
        lines.forEach(line -> text.append(line).append('\n'));
    }

    /** The next choice of the followers, the first one's changing fastest; whether there is one. */
    private boolean next(int[] choice) {
        for (int i = 0; i < choice.length; i++) {
            choice[i]++;
            if (choice[i] < followers.actions(i).size()) {
                return true;
            }
            choice[i] = 0;
        }
        return false;
    }

    private List<String> paid(int leaderAction, int[] choice) {
        int profile = 0;
        for (int i = 0; i < choice.length; i++) {
            profile = followers.profiles().with(profile, i, choice[i]);
        }
        List<String> paid =
                new ArrayList<>(List.of(number(game.induce(leaderAction).leader(0, profile))));
        for (int i = 0; i < choice.length; i++) {
            paid.add(number(game.induce(leaderAction).followers().payoff(i, 0, profile)));
        }
        return paid;
    }

    /** The shortest decimal that reads back as the same double, without an exponent. */
    private static String number(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A label; line ends become blanks, and a backslash at its end would swallow the mark that ends it. */
    private static String quoted(String label) {
        String line = label.replaceAll("\\s+", " ").replace("\"", "\\\"");
        return "\"" + line + (line.endsWith("\\") ? " " : "") + "\"";
    }
}
