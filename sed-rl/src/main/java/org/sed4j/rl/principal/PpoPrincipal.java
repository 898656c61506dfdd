package org.sed4j.rl.principal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.ppo.ActorCritic;
import org.sed4j.rl.ppo.Ppo;
import org.sed4j.rl.ppo.PpoFigures;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.rollout.Advantages;
import org.sed4j.rl.rollout.Rollout;

/**
 * A principal that learns by PPO, at the players' time scale, to set each entry of the design at the economy's decision
 * points.
 *
 * <p>It sees its own view, the elected objective's parameters and the share of the round that is over. Its transitions are
 * decisions, never filler steps: the reward of a decision is the change of the elected objective from it to the next
 * decision in that world, so that a round's rewards sum to O(end) - O(start). A round is an episode to it: the objective of
 * the next one may differ.
 *
 * @paper 002, section 4 and appendix A ("trained by standard PPO at the same time-scale as the player agents")
 */
public final class PpoPrincipal implements Principal<Pomg> {
    private final ActorCritic mind;
    private final Ppo ppo;
    private final Office office;
    private final Settings settings;
    private final Crew crew;
    private Optional<PpoFigures> figures = Optional.empty();
    private double lastReturn = Double.NaN;
    private double lastCap = Double.NaN;
    private long updates;
    private @Nullable LearnedGovernment government;

    /**
     * How the principal learns, besides PPO's own settings.
     *
     * @param curriculum when which levels are open
     * @param reward which change of the objective pays a decision
     * @param rewardScale what changes of the objective are multiplied by, so that values stay of order 1
     * @param annealOver updates over which the learning rate falls linearly to 0; 0 keeps it
     * @param learns false freezes it: it acts by the policy it has
     */
    public record Settings(Curriculum curriculum, Reward reward, double rewardScale, long annealOver, boolean learns) {}

    /** Which change of the objective pays a decision. */
    public enum Reward {
        /** Of the objective of the round so far, from this decision to the next: paper 002. */
        PERIOD_CHANGE,
        /** Of the objective of a single step, 0 before the first; from decision to decision: the published code (d9ef0c3). */
        STEP_CHANGE
    }

    /**
     * A principal with that policy.
     *
     * @param office what it sees and sets
     * @throws IllegalArgumentException if the policy's input or output is of another size than the office's, naming both
     */
    public PpoPrincipal(ActorCritic mind, Office office, PpoSettings ppo, Settings settings, Crew crew) {
        office.require(mind);
        this.mind = mind;
        this.ppo = new Ppo(mind, ppo);
        this.office = office;
        this.settings = settings;
        this.crew = crew;
    }

    /** Its policy and value; live. */
    public ActorCritic mind() {
        return mind;
    }

    /** How the last round went: its return, the greatest rate that could be set, and the update after it. */
    @Override
    public Map<String, Double> figures() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("return", lastReturn);
        named.putAll(figures.orElse(PpoFigures.NONE).named(""));
        named.put("cap", lastCap);
        return named;
    }

    /** The mean over worlds of the last round's rewards, unscaled: O(end) - O(start). NaN before the first decision. */
    public double lastReturn() {
        return lastReturn;
    }

    /** The greatest rate it may set in a round. */
    public double cap(int round) {
        return settings.curriculum().cap(round);
    }

    /** A principal that acts by this policy as it is now, with all its powers, and does not learn. */
    @Override
    public PpoPrincipal frozen() {
        Settings still = new Settings(Curriculum.NONE, settings.reward(), settings.rewardScale(), 0, false);
        return new PpoPrincipal(mind.copy(), office, ppo.settings(), still, crew);
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        office.require(mandate);
        lastCap = cap(mandate.round());
        if (settings.curriculum().isFree(mandate.round())) {
            government = null;
            return Government.standing();
        }
        LearnedGovernment made =
                new LearnedGovernment(economy -> new Term(mandate, mind, office, settings, economy, crew));
        government = made;
        return made;
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        figures = Optional.empty();
        lastReturn = Double.NaN;
        if (government == null) {
            return;
        }
        Optional<Term> closed = government.closed();
        government = null;
        lastReturn = closed.map(Term::meanReturn).orElse(Double.NaN);
        if (settings.learns() && closed.isPresent() && closed.get().rollout().size() > 0) {
            figures = Optional.of(improve(closed.get().rollout(), mandate.seed()));
            updates++;
        }
    }

    private PpoFigures improve(Rollout decisions, Seed seed) {
        Advantages advantages = Advantages.of(decisions);
        PpoSettings told = ppo.settings();
        advantages.estimate(decisions, told.discount(), told.traceDecay(), new float[decisions.lanes()]);
        double left = settings.annealOver() == 0 ? 1 : Math.max(0, 1 - (double) updates / settings.annealOver());
        return ppo.update(decisions, advantages, left * told.learningRate(), seed.named("minibatches"));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(updates);
        mind.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        updates = in.readLong();
        mind.load(in);
        figures = Optional.empty();
        government = null;
    }
}
