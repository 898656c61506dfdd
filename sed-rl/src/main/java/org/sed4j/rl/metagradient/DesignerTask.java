package org.sed4j.rl.metagradient;

import java.util.Optional;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.pomg.Spaces;

/**
 * What a designer is to maximise, and within which reforms.
 *
 * @param reward R^ID
 * @param elected the same reward, if it is the elected objective's
 * @param parameters how many parameters of the elected objective the designer sees beside its view
 * @param game whose D and δ bound what it can enact; empty for none
 */
public record DesignerTask(
        DesignerReward reward, Optional<ElectedReward> elected, int parameters, Optional<DesignGame<?>> game) {

    /** A reward of the designer's own, whatever is elected, and all of Φ: paper 004's. */
    public static DesignerTask of(DesignerReward reward) {
        return new DesignerTask(reward, Optional.empty(), 0, Optional.empty());
    }

    /**
     * Whatever is elected in a game, whose parameters it sees.
     *
     * @param scale what gains of the objective are multiplied by
     */
    public static DesignerTask elected(DesignGame<?> game, Spaces spaces, double scale) {
        ElectedReward reward = new ElectedReward(spaces, scale);
        return new DesignerTask(
                reward, Optional.of(reward), game.objectives().parameters().size(), Optional.of(game));
    }

    Reform reform() {
        return game.map(Reform::of).orElse(Reform.free());
    }
}
