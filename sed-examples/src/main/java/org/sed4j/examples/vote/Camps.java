package org.sed4j.examples.vote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.axiom.Measures;
import org.sed4j.voting.sampling.TypeCultures;

/**
 * Random societies of two camps: the one, the poorer players, wants η near {@code 1/2 - p/2}, the other near
 * {@code 1/2 + p/2}, p being their polarisation.
 *
 * <p>They vote, the principal sets the best tax for the elected objective, and the players' utilities are measured.
 *
 * @param players of each society
 * @param share of the first camp, in [0, 1]
 * @param width half-width of a camp
 * @param societies how many are drawn for a setting
 * @param seed of all of them; every setting is tried on the same ones
 */
record Camps(int players, double share, double width, int societies, Seed seed) {
    /** What is measured, in order. */
    static final List<String> MEASURES = List.of("eta", "tax", "welfare", "gini", "minority_loss", "winners");

    /** Each measure over the societies. */
    List<SummaryStatistics> measured(VotingMechanism mechanism, double polarisation) {
        List<SummaryStatistics> measures = new ArrayList<>();
        MEASURES.forEach(name -> measures.add(new SummaryStatistics()));
        for (int s = 0; s < societies; s++) {
            double[] measured = society(mechanism, polarisation, seed.at(s));
            for (int j = 0; j < measured.length; j++) {
                measures.get(j).addValue(measured[j]);
            }
        }
        return measures;
    }

    private double[] society(VotingMechanism mechanism, double polarisation, Seed chance) {
        Rng rng = chance.named("skills").rng();
        double[] skills = new double[players];
        for (int i = 0; i < players; i++) {
            skills[i] = 0.5 + rng.uniform();
        }
        Arrays.sort(skills); // the first camp are the poorer
        FastSociety society = new FastSociety(skills);
        TypeMatrix types = TypeCultures.camps(
                        players, "sigma", share, 0.5 - polarisation / 2, 0.5 + polarisation / 2, width)
                .draw(chance.named("types"));
        ObjectiveFamily family = ObjectiveFamily.continuum(p -> FastSociety.mixture(p[0]), "eta");
        Election election = mechanism.elect(new Vote(0, types, family, Optional.empty(), chance.named("vote")));
        double rate = society.best(election.objective());
        double[] utilities = society.utilities(rate);
        double welfare = 0;
        for (double u : utilities) {
            welfare += u / players;
        }
        Double winners = election.figures().get("winners");
        return new double[] {
            election.parameters()[0],
            rate,
            welfare,
            Measures.gini(utilities),
            Measures.minorityLoss(utilities),
            winners == null ? 1 : winners
        };
    }
}
