package org.sed4j.rl.metagradient;

import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.rl.policygradient.Trajectory;

/** R^ID: what a recorded step is worth to the designer, costs of incentives aside. */
@FunctionalInterface
public interface DesignerReward {

    /** The worth of step {@code slot} of world {@code b}. */
    double at(Trajectory trajectory, int slot, int b);

    /**
     * A measure of the economy, summed over players: base rewards, say.
     *
     * @throws IllegalArgumentException if the economy has no such measure
     */
    static DesignerReward sumOf(Spaces spaces, String measure) {
        int m = spaces.measures().indexOf(measure);
        Require.that(
                m >= 0,
                "measure of the designer's reward",
                measure,
                "must be one of " + spaces.measures(),
                "the economy counts it under another name");
        int n = spaces.players();
        return (trajectory, slot, b) -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += trajectory.measure(slot, b * n + i, m);
            }
            return sum;
        };
    }

    /** This less another: rewards net of what incentives cost, say. */
    default DesignerReward minus(DesignerReward other) {
        return (trajectory, slot, b) -> at(trajectory, slot, b) - other.at(trajectory, slot, b);
    }
}
