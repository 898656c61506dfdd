package org.sed4j.envs.gtb;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;

/**
 * What players earn, pay, get and do in an episode, by rank of skill (what a house pays them; ties by number): means over the
 * worlds watched. Watch with it from an episode's first step on; figures are those of the steps since an episode last began.
 */
public final class BySkill implements Witness<Pomg> {
    private static final List<String> SUMMED = List.of(
            "income",
            "tax",
            "transfer",
            "coin",
            "labor",
            "houses",
            "stone sales",
            "stone revenue",
            "stone purchases",
            "stone spending",
            "wood sales",
            "wood revenue",
            "wood purchases",
            "wood spending",
            "stone gathered",
            "wood gathered");

    /** What figures are shown of each group. */
    private static final List<String> SHOWN =
            List.of("income_before_tax", "income_after_tax", "tax_paid", "houses", "labour");

    private static final List<String> GROUPS = List.of("least skilled", "second", "third", "most skilled");

    private final int players;
    private final int episode;
    private final int measures;
    private final int numbers;
    /** Where each summed measure stands among all. */
    private final int[] at;
    /** Which of them are stocks, of which the last reading of an episode counts. */
    private final boolean[] stock;
    /** [rank][measure], rewards last. */
    private final double[][] sums;

    private int[] ranks = {};
    /** Steps of the episode so far; 0 before one. */
    private int step;

    private double worlds;

    /** Nothing watched yet, of an economy by those rules. */
    public BySkill(GtbRules rules, Spaces spaces) {
        this.players = rules.players();
        this.episode = rules.episode();
        this.measures = spaces.measures().size();
        this.numbers = spaces.numbers().size();
        this.at = SUMMED.stream().mapToInt(spaces.measures()::indexOf).toArray();
        this.stock = new boolean[at.length];
        for (int j = 0; j < stock.length; j++) {
            stock[j] = spaces.stocks().contains(SUMMED.get(j));
        }
        this.sums = new double[players][SUMMED.size() + 1];
    }

    /** Another step; after an episode the next one begins from nothing. */
    @Override
    public void stepped(Pomg economy) {
        if (step == 0) {
            begin(economy);
        }
        step = (step + 1) % episode;
        FloatTensor measured = economy.now().measures();
        FloatTensor rewards = economy.now().rewards();
        for (int lane = 0; lane < ranks.length; lane++) {
            double[] row = sums[ranks[lane]];
            for (int j = 0; j < at.length; j++) {
                boolean counts = !stock[j] || step == 0;
                row[j] += counts ? measured.get(lane * measures + at[j]) : 0;
            }
            row[at.length] += rewards.get(lane);
        }
    }

    private void begin(Pomg economy) {
        worlds = economy.batch();
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        ranks = new int[economy.batch() * players];
        for (int lane = 0; lane < ranks.length; lane++) {
            ranks[lane] = rank(economy, lane);
        }
    }

    /** By payment for a house, the first number that players see; ties by number. */
    private int rank(Pomg economy, int lane) {
        int first = lane - lane % players;
        float own = economy.now().numbers().get(lane * numbers);
        int rank = 0;
        for (int other = first; other < first + players; other++) {
            float paid = economy.now().numbers().get(other * numbers);
            rank += paid < own || (paid == own && other < lane) ? 1 : 0;
        }
        return rank;
    }

    private double mean(int rank, int figure) {
        return worlds == 0 ? 0 : sums[rank][figure] / worlds;
    }

    private double mean(int rank, String figure) {
        return mean(rank, SUMMED.indexOf(figure));
    }

    private double incomeAfterTax(int rank) {
        return mean(rank, "income") - mean(rank, "tax") + mean(rank, "transfer");
    }

    /** How many groups of skill so many players are divided into: quarters, or each alone. */
    public static int groups(int players) {
        return Math.min(GROUPS.size(), players);
    }

    /** What the columns of each group are called. */
    public static Map<String, String> labels(int players) {
        Map<String, String> labels = new LinkedHashMap<>();
        int groups = groups(players);
        for (String figure : SHOWN) {
            for (int group = 0; group < groups; group++) {
                String name = GROUPS.get(group == groups - 1 ? GROUPS.size() - 1 : group);
                labels.put(column(figure, group), name + (players > groups ? " quarter" : ""));
            }
        }
        return labels;
    }

    /** Income before and after redistribution, taxes, houses and labour of a player of each group, the least skilled first. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        int groups = groups(players);
        int[] sizes = new int[groups];
        for (int rank = 0; rank < players; rank++) {
            sizes[rank * groups / players]++;
        }
        for (int rank = 0; rank < players; rank++) {
            int group = rank * groups / players;
            for (String figure : SHOWN) {
                figures.merge(column(figure, group), shown(figure, rank) / sizes[group], Double::sum);
            }
        }
        return figures;
    }

    private static String column(String figure, int group) {
        return figure + "_skill_" + group;
    }

    private double shown(String figure, int rank) {
        return switch (figure) {
            case "income_before_tax" -> mean(rank, "income");
            case "income_after_tax" -> incomeAfterTax(rank);
            case "tax_paid" -> mean(rank, "tax");
            case "labour" -> mean(rank, "labor");
            default -> mean(rank, figure);
        };
    }

    /** The whole table as CSV, a row a rank, 0 the least skilled. */
    public String table() {
        StringBuilder csv = new StringBuilder("rank");
        SUMMED.forEach(name -> csv.append(',').append(name.replace(' ', '_')));
        csv.append(",income_after_tax,return\n");
        for (int rank = 0; rank < players; rank++) {
            csv.append(rank);
            for (int j = 0; j < SUMMED.size(); j++) {
                csv.append(String.format(Locale.ROOT, ",%.6g", mean(rank, j)));
            }
            csv.append(String.format(Locale.ROOT, ",%.6g,%.6g\n", incomeAfterTax(rank), mean(rank, SUMMED.size())));
        }
        return csv.toString();
    }
}
