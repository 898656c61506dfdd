package org.sed4j.core.stackelberg.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.StackelbergGame;

/**
 * Reads Gambit's strategic games (.nfg), with payoffs listed or by outcomes. Its first player leads.
 *
 * <p>Source: "Game representation formats", Gambit's manual.
 */
public final class NfgReader {
    /** More strategies than that in all cannot be tabled anyway. */
    private static final int MOST = 1_000_000;

    private final NfgTokens tokens;
    private final List<String> players;
    private final List<List<String>> strategies = new ArrayList<>();
    private int made;

    private NfgReader(NfgTokens tokens) {
        this.tokens = tokens;
        tokens.word("NFG");
        tokens.word("1");
        if (!tokens.takeWord("R")) {
            tokens.word("D");
        }
        tokens.label("the game's title");
        players = tokens.labels("the players' names");
    }

    /**
     * The game in a text.
     *
     * @throws IllegalArgumentException naming line and column of what is wrong
     */
    public static StackelbergGame parse(String text) {
        return new NfgReader(new NfgTokens(text)).game();
    }

    private StackelbergGame game() {
        tokens.check(players.size() >= 2, "players (" + players.size() + ") must be at least a leader and a follower");
        tokens.open("the strategies");
        boolean named = tokens.isOpen();
        while (!tokens.takeClose()) {
            strategies.add(named ? named() : numbered());
        }
        tokens.check(
                strategies.size() == players.size(),
                "lists of strategies (" + strategies.size() + ") must be " + players.size() + ", one for each player");
        tokens.skipLabel(); // a comment
        Profiles profiles = Profiles.of(strategies.stream().mapToInt(List::size).toArray());
        double[][] payoffs = new double[players.size()][profiles.count()];
        double[][] outcomes = tokens.isOpen() ? outcomes() : new double[0][];
        for (int k = 0; k < profiles.count(); k++) {
            int profile = place(profiles, k);
            double[] paid = outcomes.length > 0 ? outcomes[tokens.whole("an outcome", 0, outcomes.length - 1)] : null;
            for (int i = 0; i < payoffs.length; i++) {
                payoffs[i][profile] = paid != null ? paid[i] : tokens.number();
            }
        }
        tokens.end();
        return StackelbergGame.leading(NormalFormGame.of(strategies, payoffs));
    }

    private List<String> named() {
        List<String> labels = tokens.labels("a player's strategies");
        return distinct(labels);
    }

    /** Labels that are blank are the number; those that are shared are followed by it. */
    private static List<String> distinct(List<String> labels) {
        Map<String, Integer> uses = new HashMap<>();
        labels.forEach(label -> uses.merge(label.strip(), 1, Integer::sum));
        Set<String> names = new LinkedHashSet<>();
        for (int j = 1; j <= labels.size(); j++) {
            String label = labels.get(j - 1).strip();
            String name = label.isEmpty() ? String.valueOf(j) : label;
            boolean free = uses.getOrDefault(name, 0) <= (label.isEmpty() ? 0 : 1);
            while (!free || !names.add(name)) {
                name += " (" + j + ")";
                free = !uses.containsKey(name);
            }
        }
        return List.copyOf(names);
    }

    private List<String> numbered() {
        int count = tokens.whole("a number of strategies", 1, MOST - made);
        made += count;
        List<String> names = new ArrayList<>();
        for (int j = 1; j <= count; j++) {
            names.add(String.valueOf(j));
        }
        return names;
    }

    /** [1 + outcomes][players], the first of them nothing for everybody. */
    private double[][] outcomes() {
        tokens.open("the outcomes");
        List<double[]> outcomes = new ArrayList<>(List.of(new double[players.size()]));
        while (!tokens.takeClose()) {
            tokens.open("an outcome");
            tokens.label("the outcome's name");
            double[] paid = new double[players.size()];
            for (int i = 0; i < paid.length; i++) {
                paid[i] = tokens.number();
            }
            tokens.close();
            outcomes.add(paid);
        }
        return outcomes.toArray(double[][]::new);
    }

    /** The k-th profile as the file counts, the first player's strategy changing fastest. */
    private static int place(Profiles profiles, int k) {
        int profile = 0;
        int rest = k;
        for (int i = 0; i < profiles.players(); i++) {
            profile = profiles.with(profile, i, rest % profiles.size(i));
            rest /= profiles.size(i);
        }
        return profile;
    }
}
