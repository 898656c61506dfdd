package org.sed4j.rl.metagradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.policygradient.Doubles;
import org.sed4j.rl.policygradient.EpisodicFollowers;

/**
 * Meta-gradient incentive design: players learn from every episode, and the designer from how the next one went.
 *
 * <p>A round is an iteration. Players begin it by learning from its predecessor τ, as it was paid, and play the validation episode
 * τ̂; after it the designer ascends the {@link MetaGradient} on τ and τ̂, and τ̂ becomes the next τ. Incentives in τ lag η by one
 * step of the designer, so that the replica's players (incentives anew, at the present η) and the real ones differ by the product of
 * two learning rates. Without pipelining an iteration is two rounds, τ is played afresh in the first, and they are the same.
 *
 * <p>It learns only from pairs of episodes that it governed both. Its decisions may be some steps apart: a tax period, say.
 * Episodes may be windows of longer ones, or hold several: values stand for what a window cuts off. It serves whatever is elected
 * if its task says so: τ̂ is judged by this round's objective, whose parameters it sees. Designs are evaluated anew as the economy
 * would have pulled them into Φ̂.
 *
 * @paper 004, Algorithm 1
 */
public final class MetaGrad implements Principal<Pomg> {
    private final EpisodicFollowers followers;
    private final Designer designer;
    private final boolean pipelined;
    private Context known = Context.NONE;
    private Context knownBefore = Context.NONE;
    private long terms;
    private double lastScore = Double.NaN;

    /**
     * A designer for those followers in an economy.
     *
     * @param task what it is to maximise
     * @throws IllegalArgumentException if the economy's rewards are not settled, or its designs are not in a bounded box
     */
    public MetaGrad(Pomg economy, EpisodicFollowers followers, DesignerDesign design, DesignerTask task, Seed seed) {
        this.followers = followers;
        this.pipelined = design.rule().pipelined();
        this.designer = new Designer(economy, followers.population(), design, task, seed);
    }

    /** L of its last step; NaN before the first. */
    public double lastScore() {
        return lastScore;
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        knownBefore = known;
        known = designer.context(mandate);
        return designer.government(known);
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        terms++;
        if (pipelined ? terms > 1 : terms % 2 == 0) {
            designer.serve(mandate.objective());
            lastScore = designer.learn(followers.start(), followers.before(), knownBefore, followers.latest(), known);
            if (!pipelined) {
                followers.disregard();
            }
        }
    }

    /** Governs as this one does at present and does not learn. */
    @Override
    public Principal<Pomg> frozen() {
        return designer.still();
    }

    @Override
    public Map<String, Double> figures() {
        return Map.of("score", lastScore);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(terms);
        Doubles.write(known.values(), out);
        designer.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        terms = in.readLong();
        known = Context.of(Doubles.read(in));
        designer.load(in);
        lastScore = Double.NaN;
    }
}
