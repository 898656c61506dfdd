package org.sed4j.rl.principal;

import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.rl.head.DesignHead;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.ppo.ActorCritic;

/**
 * What a learning principal sees and sets.
 *
 * <p>It sees the economy's principal view, then the parameters of the elected objective, then the share of the round that is
 * over. A central critic sees beyond that the law in force and what every player sees in numbers.
 *
 * @param head how its draws become designs
 * @param spaces of the economy that it governs
 * @param parameters how many an objective of the family has that is voted over
 * @param central whether its critic sees more than its actor: MAPPO
 * @param opens whether it decides once, for every world, when a round begins: where the economy is never due, or is not waited for
 */
public record Office(DesignHead head, Spaces spaces, int parameters, boolean central, boolean opens) {
    public Office {
        Require.atLeast(parameters, 0, "parameters of an objective");
        head.requireFor(spaces.design());
    }

    /** One whose critic sees what its actor sees. */
    public static Office of(DesignHead head, Spaces spaces, int parameters) {
        return new Office(head, spaces, parameters, false, false);
    }

    /** What the actor's network sees. */
    public Inputs inputs() {
        return new Inputs(spaces.principalCodes(), spaces.principalNumbers().size() + parameters + 1);
    }

    /** What the critic's network sees. */
    public Inputs criticInputs() {
        int more =
                central ? head.entries() + spaces.players() * spaces.numbers().size() : 0;
        return new Inputs(spaces.principalCodes(), inputs().numbers() + more);
    }

    /** Refuses a mind of another size. */
    void require(ActorCritic mind) {
        Require.that(
                mind.inputs().equals(criticInputs()),
                "input of the principal's network",
                mind.inputs(),
                "must be " + criticInputs() + ": the economy's principal view, " + parameters
                        + " parameters of the objective and the share of the round" + (central ? ", and more" : ""),
                "it was made for another economy or another family of objectives");
        Require.that(
                mind.family().scores() == head.family().scores()
                        && mind.family().entries() == head.family().entries(),
                "scores and entries of the principal's policy",
                mind.family().scores() + " and " + mind.family().entries(),
                "must be the head's " + head.family().scores() + " and "
                        + head.family().entries(),
                "its network was made for another head");
    }

    /** Refuses an objective of another family. */
    void require(Mandate mandate) {
        Require.that(
                mandate.election().parameters().length == parameters,
                "parameters of the elected objective",
                mandate.election().parameters().length,
                "must be " + parameters + ", as the principal was made for",
                "it was made for another family of objectives");
    }
}
