package org.sed4j.rl.principal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Reparameterization;
import org.sed4j.core.game.Reparameterizations;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.policygradient.Doubles;

/**
 * A principal whose experiments are the worlds themselves: each lives under a law of its own, R(ξ_b) with ξ_b drawn from a normal
 * distribution, for some rounds; then the distribution moves towards the laws of the better worlds. A generation is as large as
 * the batch, so a few dozen rounds try thousands of laws, while players, who learn in all worlds at once, come to know what
 * each law does where they see it.
 *
 * <p>With worlds ranked by what they were worth over a trial, ξ_1 the best, and B worlds, weights are w_i ∝ ln((B+1)/2) - ln i
 * for i ≤ B/2, and entry by entry
 * <pre>
 *   m ← m + Σ_i w_i (ξ_i - m),   s² ← (1 - c) s² + c Σ_i w_i (ξ_i - m)²,   s ≥ least spread
 * </pre>
 * with the old m in both. Only ranks count, and only within a trial, so a vote that moves and objectives of any scale are no
 * matter. Source: the separable covariance matrix adaptation of Ros and Hansen (2008), rank-μ update only; ours is that candidates
 * are worlds of one economy with common players, and the floor of s, for a world that goes on changing.
 */
public final class EvolutionStrategy implements Principal<Pomg> {
    private final Rule rule;
    private final Design start;

    /** m and s, once known. */
    private double[] mean = {};

    private double[] spread = {};
    /** ξ of each world, row by row, and what each was worth so far. */
    private double[] candidates = {};

    private double[] worth = {};
    private int lived;

    /**
     * How worlds are tried.
     *
     * @param rounds that a law is in force, whole episodes where what is left at a round's end matters; 0 for one episode
     * @param spread s at first, of ξ, above 0: 1.5 is most of a rate's range
     * @param least s at last, in (0, spread]
     * @param rate c, in (0, 1]
     */
    public record Rule(int rounds, double spread, double least, double rate) {
        public Rule {
            Require.atLeast(rounds, 0, "rounds of a trial");
            Require.that(
                    spread > 0 && Double.isFinite(spread),
                    "spread of laws",
                    spread,
                    "must be above 0",
                    "it was left out");
            Require.that(
                    least > 0 && least <= spread,
                    "least spread of laws",
                    least,
                    "must be in (0, " + spread + "], up to the first",
                    "the two were swapped");
            Require.that(rate > 0 && rate <= 1, "rate of the spread", rate, "must be in (0, 1]", "it was left at zero");
        }

        /** Trials of one episode, s from 1.5 to 0.3 at a rate of 0.3. */
        public static Rule plain() {
            return new Rule(0, 1.5, 0.3, 0.3);
        }

        /** The same where an episode has so many rounds. */
        Rule in(int roundsPerEpisode) {
            return rounds == 0 ? new Rule(roundsPerEpisode, spread, least, rate) : this;
        }
    }

    /**
     * A strategy that begins at a design.
     *
     * @param rule with at least 1 round
     * @param start away from the edge of Φ, where R is flat
     */
    EvolutionStrategy(Rule rule, Design start) {
        Require.atLeast(rule.rounds(), 1, "rounds of a trial");
        this.rule = rule;
        this.start = start;
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        Reparameterization map = Reparameterizations.of(mandate.feasible());
        if (mean.length == 0) {
            mean = BlackBox.start(map.inverse(mandate.feasible().pull(start)));
            spread = new double[mean.length];
            Arrays.fill(spread, rule.spread());
        }
        return new Government<>() {
            @Override
            public void begun(Pomg economy) {
                if (lived == 0) {
                    draw(economy.batch(), mandate.seed().rng());
                }
                economy.enact(laws(map));
            }
        };
    }

    private void draw(int worlds, Rng rng) {
        worth = new double[worlds];
        candidates = new double[worlds * mean.length];
        for (int at = 0; at < candidates.length; at++) {
            int j = at % mean.length;
            candidates[at] = mean[j] + spread[j] * rng.gaussian();
        }
    }

    private FloatTensor laws(Reparameterization map) {
        int k = mean.length;
        int entries = start.toArray().length;
        FloatTensor laws = FloatTensor.zeros(worth.length, entries);
        for (int b = 0; b < worth.length; b++) {
            laws.view()
                    .put(
                            b * entries,
                            map.apply(Arrays.copyOfRange(candidates, b * k, (b + 1) * k))
                                    .toFloats());
        }
        return laws;
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        for (int b = 0; b < worth.length; b++) {
            worth[b] += outcome.in(b).value(mandate.objective());
        }
        if (++lived == rule.rounds()) {
            lived = 0;
            evolve();
        }
    }

    private void evolve() {
        int worlds = worth.length;
        int[] ranked = IntStream.range(0, worlds)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer b) -> -worth[b])) // stable: ties by number
                .mapToInt(Integer::intValue)
                .toArray();
        int parents = Math.max(1, worlds / 2);
        double[] weights = new double[parents];
        for (int i = 0; i < parents; i++) {
            weights[i] = Math.log((worlds + 1) / 2.0) - Math.log(i + 1.0);
        }
        double all = Math.max(Arrays.stream(weights).sum(), Double.MIN_NORMAL);
        for (int j = 0; j < mean.length; j++) {
            double move = 0;
            double square = 0;
            for (int i = 0; i < parents; i++) {
                double step = candidates[ranked[i] * mean.length + j] - mean[j];
                move += weights[i] / all * step;
                square += weights[i] / all * step * step;
            }
            mean[j] = Math.max(-BlackBox.FAR, Math.min(BlackBox.FAR, mean[j] + move));
            double variance = (1 - rule.rate()) * spread[j] * spread[j] + rule.rate() * square;
            spread[j] = Math.max(rule.least(), Math.sqrt(variance));
        }
    }

    /** The same design in every world, for ever: R(m). */
    @Override
    public Principal<Pomg> frozen() {
        return new Settled(start, mean.clone());
    }

    @Override
    public Map<String, Double> figures() {
        return Map.of("spread", Arrays.stream(spread).average().orElse(rule.spread()));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Doubles.write(mean, out);
        Doubles.write(spread, out);
        Doubles.write(candidates, out);
        Doubles.write(worth, out);
        out.writeInt(lived);
    }

    @Override
    public void load(DataInput in) throws IOException {
        mean = Doubles.read(in);
        spread = Doubles.read(in);
        candidates = Doubles.read(in);
        worth = Doubles.read(in);
        lived = in.readInt();
    }
}
