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
import org.sed4j.core.game.Objective;
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
 * <p>Values of two objectives cannot be compared, and need not be: covariance matrix adaptation only ranks the candidates of one
 * generation. What followed from each is kept until its generation is whole, and then all are judged by the objective elected last,
 * so that a search goes on under a vote that moves. Once it has made all its trials and another objective is elected than the one
 * it began under, a new search begins at the design in force.
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
    /** What candidates of whole generations were worth, in order. */
    private final List<Double> found = new ArrayList<>();
    /** What followed from the candidates of the generation that is not whole yet, in order, round by round. */
    private final List<List<Outcome>> tried = new ArrayList<>();
    /** ξ of the candidate in force. */
    private double[] candidate = {};

    /** What followed from it in the rounds that count, and how many rounds it has been in force. */
    private final List<Outcome> counted = new ArrayList<>();

    private int lived;
    /** The objective that this search began under. */
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
        } else if (found.size() == how.count() && !judge.equals(judge(mandate))) {
            judge = judge(mandate);
            past++;
            first = candidate;
            found.clear();
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
            counted.add(outcome);
        }
        lived++;
        if (lived == how.rounds()) {
            tried.add(List.copyOf(counted));
            counted.clear();
            lived = 0;
            judgeWholeGeneration(mandate.objective());
            candidate = next();
        }
    }

    /** The first candidate is the start, which stands alone; the last generation may be cut off. */
    private void judgeWholeGeneration(Objective objective) {
        int whole = found.isEmpty() ? 1 : BlackBox.generation(first.length);
        if (tried.size() == whole || found.size() + tried.size() == how.count()) {
            for (List<Outcome> outcomes : tried) {
                double sum = 0;
                for (Outcome outcome : outcomes) {
                    sum += outcome.value(objective);
                }
                double mean = sum / outcomes.size();
                found.add(Double.isNaN(mean) ? worst() : mean); // undefined is no better than what was found
            }
            tried.clear();
        }
    }

    private double worst() {
        return found.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    /** The same design for ever: the mean of the last generation tried. */
    @Override
    public Principal<Pomg> frozen() {
        double[] mean = replay(List.of()).mean(BlackBox.generation(Math.max(1, first.length)), first);
        return new Settled(start, mean);
    }

    /** Candidates of one generation do not depend on each other's values: any will do for those not judged yet. */
    private double[] next() {
        Replay replay = replay(tried);
        int asked = found.size() + tried.size();
        return asked < how.count() && replay.asked.size() > asked
                ? replay.asked.get(asked)
                : replay.mean(BlackBox.generation(first.length), first);
    }

    /** The optimiser run up to the first candidate that nobody tried. */
    private Replay replay(List<List<Outcome>> unjudged) {
        Replay replay = new Replay(found, unjudged.size());
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
        out.writeInt(tried.size());
        for (List<Outcome> outcomes : tried) {
            write(outcomes, out);
        }
        write(counted, out);
        out.writeInt(lived);
        out.writeUTF(judge);
        out.writeLong(past);
    }

    @Override
    public void load(DataInput in) throws IOException {
        first = Doubles.read(in);
        candidate = Doubles.read(in);
        found.clear();
        Arrays.stream(Doubles.read(in)).forEach(found::add);
        tried.clear();
        for (int left = in.readInt(); left > 0; left--) {
            tried.add(read(in));
        }
        counted.clear();
        counted.addAll(read(in));
        lived = in.readInt();
        judge = in.readUTF();
        past = in.readLong();
    }

    private static void write(List<Outcome> outcomes, DataOutput out) throws IOException {
        out.writeInt(outcomes.size());
        for (Outcome outcome : outcomes) {
            outcome.save(out);
        }
    }

    private static List<Outcome> read(DataInput in) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            outcomes.add(Outcome.load(in));
        }
        return outcomes;
    }

    /** Answers with known values, then with as many placeholders as are wanted, and remembers what was asked. */
    private static final class Replay implements MultivariateFunction {
        private final List<Double> known;
        private final int unjudged;
        private final List<double[]> asked = new ArrayList<>();

        Replay(List<Double> known, int unjudged) {
            this.known = known;
            this.unjudged = unjudged;
        }

        @Override
        public double value(double[] xi) {
            asked.add(xi.clone());
            if (asked.size() > known.size() + unjudged) {
                throw new Unknown();
            }
            return asked.size() > known.size() ? 0 : known.get(asked.size() - 1);
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
