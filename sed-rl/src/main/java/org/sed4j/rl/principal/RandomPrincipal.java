package org.sed4j.rl.principal;

import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.head.DesignHead;
import org.sed4j.rl.head.Reach;

/**
 * A principal that sets every entry to a random choice at every decision: the baseline a learned one must beat, and what
 * the published code's principal stays for ever, since its optimiser holds the players' parameters.
 *
 * @param head what it can do, all equally likely
 * @param opens whether it decides once, for every world, when a round begins: for economies that are
 *     never due, or are not waited for
 */
public record RandomPrincipal(DesignHead head, boolean opens) implements Principal<Pomg> {

    /** One that decides where worlds are due. */
    public RandomPrincipal(DesignHead head) {
        this(head, false);
    }

    @Override
    public RandomPrincipal frozen() {
        return this;
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        Rng rng = mandate.seed().rng();
        return new Government<>() {
            @Override
            public void begun(Pomg economy) {
                if (opens) {
                    economy.enact(drawn(economy));
                }
            }

            @Override
            public void decide(Pomg economy) {
                if (!opens) {
                    economy.enactWhereDue(drawn(economy));
                }
            }

            private FloatTensor drawn(Pomg economy) {
                head.requireFor(economy.spaces().design());
                int k = head.entries();
                int[] draw = new int[head.family().entries()];
                float[] law = new float[k];
                FloatTensor designs = FloatTensor.zeros(economy.batch(), k);
                for (int b = 0; b < economy.batch(); b++) {
                    economy.now().design().view().get(b * k, law, 0, k);
                    head.anything(rng, draw, 0);
                    head.apply(draw, 0, Reach.FULL, law, 0);
                    designs.view().put(b * k, law);
                }
                return designs;
            }
        };
    }
}
