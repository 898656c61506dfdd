package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * Level-k play: level 0 plays something given, level k answers others who play level k-1.
 *
 * <p>Sources: Stahl and Wilson (1994), "Experimental evidence on players' models of other players"; Nagel (1995),
 * "Unraveling in guessing games".
 */
public final class LevelK {
    private LevelK() {}

    /**
     * What players of that level play, uniform play being level 0.
     *
     * @param level k ≥ 0
     * @param precision λ of the logit answer of levels above 0; +∞ for best responses, several with equal probability
     */
    public static List<Distribution> of(NormalFormGame game, int level, double precision) {
        List<Distribution> uniform = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            uniform.add(Distribution.uniform(game.profiles().size(i)));
        }
        return of(game, level, precision, uniform);
    }

    /**
     * What players of that level play.
     *
     * @param zero what each plays at level 0
     */
    public static List<Distribution> of(NormalFormGame game, int level, double precision, List<Distribution> zero) {
        Require.atLeast(level, 0, "level of thought k");
        LogitResponse.precise(precision);
        NormalFormGame.fitting(zero, game.profiles());
        List<Distribution> play = List.copyOf(zero);
        for (int k = 0; k < level; k++) {
            List<Distribution> next = new ArrayList<>();
            for (int i = 0; i < game.players(); i++) {
                next.add(LogitResponse.of(precision, LogitResponse.payoffs(game, i, play)));
            }
            play = List.copyOf(next);
        }
        return play;
    }
}
