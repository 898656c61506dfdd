package org.sed4j.examples.gathertradebuild;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.envs.gtb.GtbRules;

/** What players earn, pay, get and do in an episode, by rank of skill: means over the worlds watched. */
final class BySkill implements Consumer<Pomg> {
    private static final List<String> SUMMED = List.of(
            "income",
            "tax",
            "transfer",
            "coin",
            "labor",
            "houses",
            "sales",
            "revenue",
            "purchases",
            "spending",
            "stone gathered",
            "wood gathered");

    private final int players;
    private final double[][] sums;
    private double worlds;

    BySkill(GtbRules rules) {
        this.players = rules.players();
        this.sums = new double[players][SUMMED.size() + 1];
    }

    @Override
    public void accept(Pomg economy) {
        int measures = economy.spaces().measures().size();
        int numbers = economy.spaces().numbers().size();
        worlds = economy.batch();
        for (int b = 0; b < economy.batch(); b++) {
            for (int i = 0; i < players; i++) {
                int rank = rank(economy, b, i, numbers);
                int at = (b * players + i) * measures;
                for (int j = 0; j < SUMMED.size(); j++) {
                    int measure = economy.spaces().measures().indexOf(SUMMED.get(j));
                    sums[rank][j] += economy.now().measures().get(at + measure);
                }
                sums[rank][SUMMED.size()] += economy.now().rewards().get(b * players + i);
            }
        }
    }

    /** By payment for a house, the first number that players see; ties by number. */
    private int rank(Pomg economy, int b, int i, int numbers) {
        float own = economy.now().numbers().get((b * players + i) * numbers);
        int rank = 0;
        for (int j = 0; j < players; j++) {
            float other = economy.now().numbers().get((b * players + j) * numbers);
            rank += other < own || (other == own && j < i) ? 1 : 0;
        }
        return rank;
    }

    private double mean(int rank, int figure) {
        return worlds == 0 ? 0 : sums[rank][figure] / worlds;
    }

    /** Income before taxes, after them, and houses, of each rank. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int rank = 0; rank < players; rank++) {
            double income = mean(rank, 0);
            figures.put("income_before_tax_rank_" + rank, income);
            figures.put("income_after_tax_rank_" + rank, income - mean(rank, 1) + mean(rank, 2));
            figures.put("houses_rank_" + rank, mean(rank, SUMMED.indexOf("houses")));
        }
        return figures;
    }

    /** The whole table as CSV, a row a rank, 0 the least skilled. */
    String table() {
        StringBuilder csv = new StringBuilder("rank");
        SUMMED.forEach(name -> csv.append(',').append(name.replace(' ', '_')));
        csv.append(",income_after_tax,return\n");
        for (int rank = 0; rank < players; rank++) {
            csv.append(rank);
            for (int j = 0; j < SUMMED.size(); j++) {
                csv.append(String.format(Locale.ROOT, ",%.6g", mean(rank, j)));
            }
            csv.append(String.format(
                    Locale.ROOT,
                    ",%.6g,%.6g\n",
                    mean(rank, 0) - mean(rank, 1) + mean(rank, 2),
                    mean(rank, SUMMED.size())));
        }
        return csv.toString();
    }
}
