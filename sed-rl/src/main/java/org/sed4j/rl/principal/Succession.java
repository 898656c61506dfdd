package org.sed4j.rl.principal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.sed4j.core.game.Economy;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;

/**
 * One principal governs for some rounds, another one afterwards, except in every so-manieth round, which stays with the first.
 *
 * <p>With random designs first, players who see the law have learned to answer any of it when a leader begins that learns from
 * their answers: else it learns from players who have not answered yet, and goes where nobody would follow it. Rounds that stay
 * random keep them from unlearning what the leader no longer asks of them. The second counts the rounds in which it governs.
 *
 * @param rounds that the first governs, at least 0
 * @param every of the rounds after these, the first governs each that this divides; 0 for none, else at least 2
 * @param first who governs first
 * @param then who governs afterwards
 * @param <E> the economies they can govern
 */
public record Succession<E extends Economy>(int rounds, int every, Principal<E> first, Principal<E> then)
        implements Principal<E> {
    public Succession {
        Require.atLeast(rounds, 0, "rounds of the first principal");
        Require.that(
                every == 0 || every > 1,
                "every so-manieth round of the first principal",
                every,
                "must be 0 or at least 2",
                "the second would never govern");
    }

    private boolean early(Mandate mandate) {
        int since = mandate.round() - rounds;
        return since < 0 || (every > 0 && since % every == 0);
    }

    /** The mandate as the second counts rounds. */
    private Mandate own(Mandate mandate) {
        int since = mandate.round() - rounds;
        return mandate.inRound(every == 0 ? since : since - since / every - 1);
    }

    @Override
    public Government<E> govern(Mandate mandate) {
        return early(mandate) ? first.govern(mandate) : then.govern(own(mandate));
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        if (early(mandate)) {
            first.learn(mandate, outcome);
        } else {
            then.learn(own(mandate), outcome);
        }
    }

    /** The second as it is, whatever the round. */
    @Override
    public Principal<E> frozen() {
        return then.frozen();
    }

    /** Those of the second. */
    @Override
    public Map<String, Double> figures() {
        return then.figures();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        first.save(out);
        then.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        first.load(in);
        then.load(in);
    }
}
