package org.sed4j.envs.harvest;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Pictured;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * One world of the apple-picking game: n players pick apples that grow back only near other apples, and a principal taxes
 * what they pick.
 *
 * <p>The design is φ ∈ [0, 1]^B, a rate for each tax bracket, and changes rewards only. In a step: the principal may have set
 * rates before a tax period; players move one after the other in a random order and eat where they arrive; beams; those who
 * were away appear; apples grow; those who were struck vanish; social reward over who is then in view; on a tax period's
 * last step totals are taxed and the revenue handed out evenly. Rewards are {@link #rewards}; {@code step} leaves its
 * ledger and does not write rewards itself.
 *
 * <p>Rules of movement, growth and beams: Melting Pot's commons_harvest (81ee2e7) on DeepMind Lab2D. Deviation: an avatar
 * that appears on a lit cell is seen above the beam, not below it.
 *
 * @paper 002, section 4 and appendix A
 */
public final class Harvest implements World, Settlement, Pictured {
    private final HarvestRules rules;
    private final Spaces spaces;
    private final int players;
    private final float appleReward;
    private final boolean own;

    private final Clock clock;
    private final Commons commons;
    private final Zapping zapping;
    private final Purse purse;
    private final Society society;
    private final Senses senses;
    private final Frames frames;

    private Harvest(HarvestRules rules, HarvestTable table, Spaces spaces, float[] types) {
        this.rules = rules;
        this.spaces = spaces;
        this.players = rules.players();
        this.appleReward = (float) rules.appleReward();
        this.own = rules.preferences() == Preferences.OWN;
        this.clock = new Clock(rules.ending(), rules.taxation());
        this.commons = new Commons(rules, table);
        this.zapping = new Zapping(rules);
        this.purse = new Purse(players, table.brackets());
        this.society = new Society(rules, commons.avatars());
        this.senses = new Senses(rules);
        this.frames = new Frames(players, rules.frames(), rules.window().cells());
        adopt(types);
    }

    /**
     * One world under these rules, for these players. For many, {@link #maker} shares tables among them.
     *
     * @param types what players are like until they {@link #adopt} other types: columns {@code sigma} and {@code beta} in [0, 1], a row for each player; see {@link HarvestTypes}
     * @throws IllegalArgumentException if there are more or fewer types than players, or one is not in [0, 1]
     */
    public Harvest(HarvestRules rules, TypeMatrix types) {
        this(rules, HarvestTable.of(rules), Senses.spaces(rules), HarvestTypes.flat(types, rules.players()));
    }

    /**
     * A maker of worlds under these rules, for these players: what a batch is made from. Its worlds share their tables.
     *
     * @param types as for the constructor
     */
    public static Supplier<Harvest> maker(HarvestRules rules, TypeMatrix types) {
        HarvestTable table = HarvestTable.of(rules);
        Spaces spaces = Senses.spaces(rules);
        float[] first = HarvestTypes.flat(types, rules.players());
        return () -> new Harvest(rules, table, spaces, first);
    }

    /** What this world is played by. */
    public HarvestRules rules() {
        return rules;
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        clock.reset();
        commons.reset(rng);
        zapping.reset();
        purse.reset();
        frames.reset();
    }

    @Override
    public void adopt(float[] types) {
        for (int i = 0; i < players; i++) { // a type that is refused leaves everybody's as it was
            HarvestTypes.sigma(types, i);
            HarvestTypes.beta(types, i);
        }
        for (int i = 0; i < players; i++) {
            if (own) {
                purse.adopt(i, 1, 1);
            } else {
                purse.adopt(i, HarvestTypes.sigma(types, i), HarvestTypes.beta(types, i));
            }
        }
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        frames.pass(this, players);
        purse.open(clock.opens());
        if (zapping.allowed()) {
            zapping.darken(commons);
        }
        commons.open(rng);
        commons.move(actions);
        if (zapping.allowed()) {
            zapping.shoot(actions, commons.avatars());
            zapping.bringBack(commons, rng);
        }
        commons.sprout();
        if (zapping.allowed()) {
            zapping.settle(commons);
        }
        earn();
        purse.close(clock.closes(), design);
        rng.stream(Streams.ENDING);
        clock.tick(rng);
    }

    private void earn() {
        for (int i = 0; i < players; i++) {
            purse.earn(i, commons.eaten(i) * appleReward, zapping.balance(i));
        }
        society.share(commons, purse, appleReward);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        look(player, out.codes);
        frames.show(player, out.codes);
        senses.write(player, design, purse, clock, zapping, out.numbers);
    }

    /** Writes what a player sees of the field now. */
    void look(int player, byte[] out) {
        commons.sight().window(commons.avatars(), player, HarvestCode.SELF_CODE, out);
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        byte moves = (byte) (commons.avatars().present(player) ? 1 : 0);
        Arrays.fill(mask, moves);
        mask[HarvestAction.NOOP_NUMBER] = 1;
        if (zapping.allowed()) {
            mask[HarvestAction.ZAP_NUMBER] = (byte) (zapping.ready(player) ? 1 : 0);
        }
    }

    @Override
    public boolean due() {
        return clock.due();
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        commons.sight().map(out.codes);
        senses.writePrincipal(design, purse, clock, out.numbers);
    }

    @Override
    public boolean truncated() {
        return clock.over();
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            int m = i * Senses.MEASURES;
            out[m] = commons.eaten(i);
            out[m + 1] = purse.extrinsic(i);
            out[m + 2] = purse.tax(i);
            out[m + 3] = purse.share();
            out[m + 4] = zapping.struck(i) > 0 ? 1 : 0;
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = commons.orchard().apples();
    }

    @Override
    public float[] ledger() {
        return purse.ledger();
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        purse.rewards(ledger, design, out);
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        purse.pullback(ledger, cotangent, gradient);
    }

    @Override
    public Palette palette() {
        return HarvestPictures.palette(players);
    }

    @Override
    public Frame frame(String caption) {
        return HarvestPictures.frame(this, caption);
    }

    /** The apples, for tests and pictures in this room. */
    Commons commons() {
        return commons;
    }
}
