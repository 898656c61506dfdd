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
import org.sed4j.rl.policygradient.EpisodicFollowers;

/**
 * Meta-gradient design as a principal of the ring: a round is an iteration of {@link MetaGrad}.
 *
 * <p>Players begin a round by learning from its predecessor τ and play the validation episode τ̂; after it the designer takes its
 * step. It learns only from pairs of episodes that it governed both. Its decisions may be some steps apart: a tax period, say.
 *
 * @paper 004, Algorithm 1
 */
public final class MetaGradPrincipal implements Principal<Pomg> {
    private final EpisodicFollowers followers;
    private final Designer designer;
    private final Government<Pomg> government;
    private long terms;
    private double lastScore = Double.NaN;

    /**
     * A designer for those followers in an economy.
     *
     * @param reward R^ID
     * @throws IllegalArgumentException if the economy's rewards are not settled, or its designs are not in a bounded box
     */
    public MetaGradPrincipal(
            Pomg economy, EpisodicFollowers followers, DesignerDesign design, DesignerReward reward, Seed seed) {
        this.followers = followers;
        this.designer = new Designer(economy, followers.population(), design, reward, seed);
        this.government = designer.government();
    }

    /** L of its last step; NaN before the first. */
    public double lastScore() {
        return lastScore;
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        return government;
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        terms++;
        if (terms > 1) {
            lastScore = designer.learn(followers.start(), followers.before(), followers.latest());
        }
    }

    /** Governs as this one does at present and does not learn. */
    @Override
    public Principal<Pomg> frozen() {
        return Principal.always(designer.still());
    }

    @Override
    public Map<String, Double> figures() {
        return Map.of("score", lastScore);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(terms);
        designer.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        terms = in.readLong();
        designer.load(in);
        lastScore = Double.NaN;
    }
}
