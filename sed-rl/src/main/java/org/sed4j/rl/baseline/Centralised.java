package org.sed4j.rl.baseline;

import java.util.Arrays;
import org.sed4j.core.game.Require;
import org.sed4j.core.picture.Pictured;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * A world whose players are one: it sees what the principal would, chooses for all of them and gets the sum of their rewards,
 * without incentives.
 *
 * <p>The empirical upper bound of paper 004's Figure 6. A joint action is one number, player 0 the least digit; what the principal
 * would be told of coming actions is not shown. Measures are sums over players. No design.
 *
 * @paper 004, section 5
 */
public final class Centralised implements World, Pictured.Wrapping {
    private static final int MOST = 4096;

    private final World inner;
    private final int players;
    private final int choices;
    private final int stateNumbers;
    private final int measures;
    private final Spaces spaces;
    private final transient int[] joint;
    private final transient int[] nothing;
    private final transient float[] free;
    private final transient float[] each;
    private final transient float[] counted;
    private final transient View view;

    /**
     * @param inner with one head of unmasked actions
     * @param stateNumbers how many of the principal's numbers, from the first, tell the state
     */
    public Centralised(World inner, int stateNumbers) {
        Spaces of = inner.spaces();
        Require.that(
                of.heads() == 1 && !of.masked(),
                "actions of a centralised world",
                of.actions() + (of.masked() ? ", masked" : ""),
                "must be one head without masks",
                "a variant without beams that cool down is meant");
        double all = Math.pow(of.choices(), of.players());
        Require.that(all <= MOST, "joint actions", all, "must be at most " + MOST, "there are too many players");
        this.inner = inner;
        this.players = of.players();
        this.choices = of.choices();
        this.stateNumbers = stateNumbers;
        this.measures = of.measures().size();
        this.spaces = Spaces.players(1)
                .actions((int) all)
                .codes(
                        of.principalCodes().height(),
                        of.principalCodes().width(),
                        of.principalCodes().kinds())
                .numbers(of.principalNumbers().subList(0, stateNumbers).toArray(String[]::new))
                .measures(of.measures().toArray(String[]::new))
                .stocks(of.stocks().toArray(String[]::new))
                .gauges(of.gauges().toArray(String[]::new))
                .build();
        this.joint = new int[players];
        this.nothing = new int[players];
        this.free = new float[of.design().dimension()];
        this.each = new float[players];
        this.counted = new float[players * measures];
        this.view = new View(of.principalCodes().cells(), of.principalNumbers().size());
    }

    /** The world that is played. */
    @Override
    public World inner() {
        return inner;
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        inner.reset(rng);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        int left = actions[0];
        for (int i = 0; i < players; i++) {
            joint[i] = left % choices;
            left /= choices;
        }
        Arrays.fill(free, 0);
        inner.step(joint, free, rng, each);
        if (inner instanceof Settlement settlement) {
            settlement.rewards(settlement.ledger(), free, each);
        }
        rewards[0] = 0;
        for (float reward : each) {
            rewards[0] += reward;
        }
    }

    @Override
    public void observe(int player, float[] design, View out) {
        Arrays.fill(nothing, 0);
        Arrays.fill(free, 0);
        inner.consult(nothing, free, view);
        System.arraycopy(view.codes, 0, out.codes, 0, out.codes.length);
        System.arraycopy(view.numbers, 0, out.numbers, 0, stateNumbers);
    }

    @Override
    public boolean terminated() {
        return inner.terminated();
    }

    @Override
    public boolean truncated() {
        return inner.truncated();
    }

    @Override
    public void measure(float[] out) {
        inner.measure(counted);
        Arrays.fill(out, 0);
        for (int at = 0; at < counted.length; at++) {
            out[at % measures] += counted[at];
        }
    }

    @Override
    public void gauge(float[] out) {
        inner.gauge(out);
    }
}
