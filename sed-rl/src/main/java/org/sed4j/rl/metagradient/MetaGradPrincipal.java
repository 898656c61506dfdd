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
 * Meta-gradient design as a principal of the ring: a round is an iteration of {@link MetaGrad}.
 *
 * <p>Players begin a round by learning from its predecessor τ and play the validation episode τ̂; after it the designer takes its
 * step. It learns only from pairs of episodes that it governed both. Its decisions may be some steps apart: a tax period, say.
 * Episodes may be windows of longer ones, or hold several: values stand for what a window cuts off.
 *
 * <p>It serves whatever is elected if its task says so: τ̂ is judged by this round's objective, whose parameters it sees. Designs are
 * evaluated anew as the economy would have pulled them into Φ̂.
 *
 * @paper 004, Algorithm 1
 */
public final class MetaGradPrincipal implements Principal<Pomg> {
    private final EpisodicFollowers followers;
    private final Designer designer;
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
    public MetaGradPrincipal(
            Pomg economy, EpisodicFollowers followers, DesignerDesign design, DesignerTask task, Seed seed) {
        this.followers = followers;
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
        if (terms > 1) {
            designer.serve(mandate.objective());
            lastScore = designer.learn(followers.start(), followers.before(), knownBefore, followers.latest(), known);
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
