package org.sed4j.rl.stackelbergpomdp;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Turns;

/**
 * A leader's training, iteration by iteration: what {@link org.sed4j.core.run.Runner} plays. Now and then, and after the first
 * iteration, the greedy leader is judged exactly.
 */
public final class LeaderTurns implements Turns {
    private final LeaderTraining leader;
    private final double optimum;
    private final Until until;
    private final long judged;

    /**
     * How long training goes on.
     *
     * @param steps of the leader, after which no iteration begins, at least 1
     * @param iterations at most; 0 for no such bound
     */
    public record Until(long steps, long iterations) {
        public Until {
            Require.within(steps, 1, Long.MAX_VALUE, "leader steps");
            Require.within(iterations, 0, Long.MAX_VALUE, "iterations");
        }
    }

    /**
     * @param optimum the best there is, in the game's units; NaN if nobody knows
     * @param judged iterations from one exact judgement to the next, at least 1
     */
    public LeaderTurns(LeaderTraining leader, double optimum, Until until, long judged) {
        this.leader = leader;
        this.optimum = optimum;
        this.until = until;
        this.judged = judged;
    }

    @Override
    public long number() {
        return leader.iterations();
    }

    @Override
    public boolean ended() {
        return leader.steps() >= until.steps() || (until.iterations() > 0 && leader.iterations() >= until.iterations());
    }

    @Override
    public long done() {
        return leader.steps();
    }

    @Override
    public long of() {
        return until.steps();
    }

    @Override
    public Map<String, Double> next() {
        LeaderTraining.Iteration iteration = leader.next();
        Map<String, Double> row = new LinkedHashMap<>();
        row.put("round", (double) iteration.number());
        row.put("leader_steps", (double) iteration.steps());
        row.put("authors_steps", (double) iteration.authorsSteps());
        row.put("leader_return", leader.rules().game().leaderUnit() * iteration.meanReturn());
        row.put("leader_exact", exact(iteration.number()));
        row.put("leader_optimum", optimum);
        row.put("queries_per_episode", iteration.queries());
        row.putAll(iteration.figures().named("leader_"));
        return row;
    }

    private double exact(long iteration) {
        boolean due = iteration == 1 || iteration % judged == 0;
        return due ? Verdict.value(leader.rules().game(), leader.policy()) : Double.NaN;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        leader.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        leader.load(in);
    }
}
