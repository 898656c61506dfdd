package org.sed4j.rl.principal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Reparameterizations;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.policygradient.Doubles;

/**
 * A principal that searches for a design in the running economy: each candidate is in force for some rounds, players learn under
 * it, and its value is the mean of the objective over the last of these rounds. Covariance matrix adaptation proposes candidates
 * R(ξ); once all trials are made, the mean of the last generation stays in force.
 *
 * <p>Values of two objectives cannot be compared: where another one is elected, candidates are judged afresh, in a new search that
 * begins at the design in force and has all its trials.
 *
 * <p>{@link SearchPrincipal} asks instead what present players would do on forks: right where players do not learn. A trial here
 * costs rounds of the economy, and shows what players answer within these rounds: what they unlearn more slowly it does not see.
 *
 * <p>The optimiser is asked for its next candidate by running it anew on the values found so far, so that a checkpoint is
 * these values: O(trials²) steps of it in all.
 */
public final class LiveSearch implements Principal<Pomg> {
    private final Trials how;
    private final Design start;
    private final Seed seed;

    /** ξ of the first candidate, once known. */
    private double[] first = {};
    /** What candidates were worth, in order. */
    private final List<Double> found = new ArrayList<>();
    /** ξ of the candidate in force. */
    private double[] candidate = {};

    private int lived;
    private double sum;
    /** The objective that candidates are judged by: its name and its parameters in the family. */
    private String judge = "";
    /** Searches before this one, for objectives that were elected before. */
    private long past;

    /**
     * How candidates are tried.
     *
     * @param count how many candidates, at least 1; a generation has 4 + ⌊3 ln k⌋
     * @param rounds that each is in force, at least 1
     * @param settling rounds of these that are not counted, fewer than all
     */
    public record Trials(int count, int rounds, int settling) {
        public Trials {
            Require.atLeast(count, 1, "candidates of a search");
            Require.atLeast(rounds, 1, "rounds of a trial");
            Require.within(settling, 0, rounds - 1, "rounds of a trial that are not counted");
        }
    }

    /**
     * A search that begins at a design.
     *
     * @param start away from the edge of Φ, where R is flat
     * @param seed what candidates are drawn from
     */
    public LiveSearch(Trials how, Design start, Seed seed) {
        this.how = how;
        this.start = start;
        this.seed = seed;
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        if (first.length == 0) {
            first = BlackBox.start(Reparameterizations.of(mandate.feasible())
                    .inverse(mandate.feasible().pull(start)));
            judge = judge(mandate);
            candidate = next();
        } else if (!judge.equals(judge(mandate))) {
            judge = judge(mandate);
            past++;
            first = candidate;
            found.clear();
            lived = 0;
            sum = 0;
            candidate = next();
        }
        return Government.fixed(Reparameterizations.of(mandate.feasible()).apply(candidate));
    }

    private static String judge(Mandate mandate) {
        return mandate.objective().name() + Arrays.toString(mandate.election().parameters());
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        if (found.size() == how.count()) {
            return;
        }
        if (lived >= how.settling()) {
            sum += outcome.value(mandate.objective());
        }
        lived++;
        if (lived == how.rounds()) {
            double mean = sum / (how.rounds() - how.settling());
            found.add(Double.isNaN(mean) ? worst() : mean); // undefined is no better than what was found
            lived = 0;
            sum = 0;
            candidate = next();
        }
    }

    private double worst() {
        return found.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    /** The same design for ever: the mean of the last generation tried. */
    @Override
    public Principal<Pomg> frozen() {
        double[] mean = replay().mean(BlackBox.generation(Math.max(1, first.length)), first);
        return new Settled(start, mean);
    }

    /** R(ξ), or the start if nothing was tried yet. */
    private record Settled(Design start, double[] xi) implements Principal<Pomg> {
        @Override
        public Government<Pomg> govern(Mandate mandate) {
            return Government.fixed(
                    xi.length == 0
                            ? start
                            : Reparameterizations.of(mandate.feasible()).apply(xi));
        }

        @Override
        public Principal<Pomg> frozen() {
            return this;
        }
    }

    private double[] next() {
        Replay replay = replay();
        return found.size() < how.count() && replay.goesOn()
                ? replay.asked.get(found.size())
                : replay.mean(BlackBox.generation(first.length), first);
    }

    /** The optimiser run up to the first candidate whose value nobody knows. */
    private Replay replay() {
        Replay replay = new Replay(found);
        if (first.length > 0) {
            try {
                BlackBox.adapt(replay, first, how.count() + 1, (past == 0 ? seed : seed.at(past)).rng());
            } catch (Unknown | TooManyEvaluationsException end) {
                return replay; // it asks for more than is known
            }
        }
        return replay;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Doubles.write(first, out);
        Doubles.write(candidate, out);
        Doubles.write(found.stream().mapToDouble(Double::doubleValue).toArray(), out);
        out.writeInt(lived);
        out.writeDouble(sum);
        out.writeUTF(judge);
        out.writeLong(past);
    }

    @Override
    public void load(DataInput in) throws IOException {
        first = Doubles.read(in);
        candidate = Doubles.read(in);
        found.clear();
        Arrays.stream(Doubles.read(in)).forEach(found::add);
        lived = in.readInt();
        sum = in.readDouble();
        judge = in.readUTF();
        past = in.readLong();
    }

    /** Answers with known values, and remembers what was asked. */
    private static final class Replay implements MultivariateFunction {
        private final List<Double> known;
        private final List<double[]> asked = new ArrayList<>();

        Replay(List<Double> known) {
            this.known = known;
        }

        @Override
        public double value(double[] xi) {
            asked.add(xi.clone());
            if (asked.size() > known.size()) {
                throw new Unknown();
            }
            return known.get(asked.size() - 1);
        }

        /** Whether the optimiser wants to know more. */
        boolean goesOn() {
            return asked.size() > known.size();
        }

        /** The mean of the last {@code count} points of known value; {@code otherwise} if there is none. */
        double[] mean(int count, double[] otherwise) {
            int to = Math.min(known.size(), asked.size());
            int from = Math.max(0, to - count);
            if (from == to) {
                return otherwise;
            }
            double[] mean = new double[otherwise.length];
            for (double[] xi : asked.subList(from, to)) {
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += xi[j] / (to - from);
                }
            }
            return mean;
        }
    }

    /** Ends a replay. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown() {
            super("the next candidate's value is not known", null, false, false);
        }
    }
}
