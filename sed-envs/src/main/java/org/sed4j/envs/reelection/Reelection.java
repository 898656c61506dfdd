package org.sed4j.envs.reelection;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * One world of the re-election game: an office holder's life, a step a term.
 *
 * <p>Voters see what was taken in the term before and vote to keep (action 1) or to oust (0). If fewer than half keep, the
 * office holder leaves with nothing and the world ends; at a tie it stays; before its first term there is no vote. Who
 * stays takes the design's amount r of r̄, voters share the rest evenly, and office is worth V_o beside. Then it lives to
 * the next term with probability δ, so that undiscounted sums are expected discounted ones.
 *
 * <p>Sources: Barro (1973), Ferejohn (1986), in the stationary form that {@link ReelectionOracle} states.
 */
public final class Reelection implements World {
    /** Action: vote to oust. */
    public static final int OUST = 0;
    /** Action: vote to keep. */
    public static final int KEEP = 1;
    /** Measure: an n-th of what the office holder has of a term, r + V_o; sums over voters are its own return. */
    public static final String TRIBUTE = "tribute";
    /** Measure: 1 for a vote to keep. */
    public static final String KEPT = "kept";
    /** Gauge: terms served. */
    public static final String TERMS = "terms";
    /** Gauge: what was taken in the last term. */
    public static final String TAKEN = "taken";

    private final Spaces spaces;
    private final int players;
    private final float most;
    private final float office;
    private final double discount;

    private int terms;
    private float taken;
    private boolean serving;
    private boolean over;
    private final int[] votes;

    private Reelection(ReelectionRules rules, Spaces spaces) {
        this.spaces = spaces;
        this.players = rules.players();
        this.most = (float) rules.most();
        this.office = (float) rules.office();
        this.discount = rules.discount();
        this.votes = new int[players];
    }

    /** One world under these rules. */
    public Reelection(ReelectionRules rules) {
        this(rules, spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<Reelection> maker(ReelectionRules rules) {
        Spaces spaces = spaces(rules);
        return () -> new Reelection(rules, spaces);
    }

    private static Spaces spaces(ReelectionRules rules) {
        return Spaces.players(rules.players())
                .actions(2)
                .numbers("taken", "terms")
                .principalNumbers("taken", "terms")
                .design(DesignSpace.box(0, rules.most(), "taking"))
                .measures(TRIBUTE, KEPT)
                .gauges(TERMS, TAKEN)
                .build();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        terms = 0;
        taken = 0;
        serving = false;
        over = false;
        Arrays.fill(votes, 0);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        int keep = 0;
        for (int i = 0; i < players; i++) {
            votes[i] = actions[i];
            keep += actions[i];
        }
        serving = terms == 0 || 2 * keep >= players;
        taken = serving ? design[0] : 0;
        float left = serving ? (most - taken) / players : 0;
        for (int i = 0; i < players; i++) {
            rewards[i] = left;
        }
        terms += serving ? 1 : 0;
        over = !serving || !rng.chance(discount);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        look(out);
    }

    private void look(View out) {
        out.numbers[0] = taken;
        out.numbers[1] = terms;
    }

    @Override
    public boolean due() {
        return true;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        look(out);
    }

    @Override
    public boolean terminated() {
        return over;
    }

    @Override
    public void measure(float[] out) {
        float tribute = serving ? (taken + office) / players : 0;
        for (int i = 0; i < players; i++) {
            out[2 * i] = tribute;
            out[2 * i + 1] = votes[i];
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = terms;
        out[1] = taken;
    }
}
