package org.sed4j.rl.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.policygradient.Episodes;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.Trajectory;

/** No designer: players learn under the design that the economy was made with. */
public final class FixedDesigner implements IncentiveDesigner {
    private final Population population;
    private final Episodes episodes;
    private final Government<Pomg> government;
    private final Trajectory tau;

    /** Players who learn alone. */
    public FixedDesigner(Pomg economy, Population population, Seed seed) {
        this.population = population;
        this.episodes = new Episodes(economy, population, seed.named("actions"));
        this.government =
                Government.fixed(Design.of(new double[economy.spaces().design().dimension()]));
        this.tau = population.trajectory();
    }

    @Override
    public void iterate(double exploration) {
        episodes.play(government, exploration, tau);
        population.become(population.updated(population.states(), tau, Population.paid(tau)));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        population.save(out);
        episodes.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        population.load(in);
        episodes.load(in);
    }

    @Override
    public Government<Pomg> government() {
        return government;
    }

    @Override
    public Trajectory latest() {
        return tau;
    }
}
