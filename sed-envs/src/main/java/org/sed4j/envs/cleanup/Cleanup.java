package org.sed4j.envs.cleanup;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Pictured;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.harvest.Ending;
import org.sed4j.envs.incentive.DeedPay;

/**
 * One world of Clean Up: n players pick apples that grow the more the cleaner a river is, and a principal pays for deeds.
 *
 * <p>In a step players move one after the other in a random order and eat where they arrive; beams; apples grow and at most one
 * cell of the river gets dirty. The reward is R_i = apples_i (and what zapping costs) + φ[deed_i], where a deed is to have fired
 * the cleaning beam, else to have got an apple, else neither; or + φ[i]. The principal sees the map, player i as code
 * {@code CleanupCode.KINDS} + i, and who is about to clean.
 *
 * <p>Rules: the variants of {@link CleanupRules#preset}. Deviation from the sequential social dilemma code: moves are made one
 * after the other instead of all at once with conflicts drawn, so a player follows another only if that one's turn came first.
 *
 * @paper 004, section 4.1
 */
public final class Cleanup implements World, Settlement, Pictured {
    /** Entry of the design: fired the cleaning beam. */
    public static final int CLEANED = 0;
    /** Entry of the design: got an apple. */
    public static final int ATE = 1;
    /** Entry of the design: neither. */
    public static final int IDLED = 2;

    /** Measure: the reward without incentives. */
    public static final String BASE = "base_reward";
    /** Measure: the incentive paid. */
    public static final String INCENTIVE = "incentive";
    /** Measure: apples eaten. */
    public static final String APPLES = "apples";
    /** Measure: 1 for one who fired the cleaning beam. */
    public static final String FIRED = "cleaning_beams";
    /** Measure: cells cleaned. */
    public static final String WASTE = "waste_cleaned";

    private static final int MEASURES = 6;

    private final CleanupRules rules;
    private final Spaces spaces;
    private final int players;
    private final DeedPay pay;
    private final Ending ending;
    private final CleanupTable table;
    private final Terrain terrain;
    private final Crowd crowd;
    private final Hose hose;

    private int steps;
    private boolean over;
    /** Base rewards, then deeds. */
    private final float[] ledger;

    private final float[] paid;

    private Cleanup(CleanupRules rules, CleanupTable table, Spaces spaces) {
        this.rules = rules;
        this.spaces = spaces;
        this.players = rules.players();
        this.pay = new DeedPay(players, rules.incentive() == CleanupIncentive.PLAYER);
        this.ending = rules.ending();
        this.table = table;
        this.terrain = new Terrain(rules, table);
        this.crowd = new Crowd(rules, table);
        this.hose = new Hose(rules);
        this.ledger = new float[pay.ledger()];
        this.paid = new float[players];
    }

    /** One world under these rules. For many, {@link #maker} shares tables among them. */
    public Cleanup(CleanupRules rules) {
        this(rules, CleanupTable.of(rules), CleanupSpaces.of(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<Cleanup> maker(CleanupRules rules) {
        CleanupTable table = CleanupTable.of(rules);
        Spaces spaces = CleanupSpaces.of(rules);
        return () -> new Cleanup(rules, table, spaces);
    }

    /** What this world is played by. */
    public CleanupRules rules() {
        return rules;
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        terrain.reset();
        crowd.reset(terrain, rng);
        hose.reset();
        Arrays.fill(ledger, 0);
        Arrays.fill(paid, 0);
        steps = 0;
        over = false;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        hose.darken(crowd.avatars(), terrain);
        crowd.darken(terrain);
        crowd.move(actions, terrain, rng);
        hose.fire(actions, table.actions(), crowd.avatars(), terrain);
        if (rules.zap().allowed()) {
            crowd.zapAndReturn(actions, terrain, rng);
        }
        terrain.live(steps, crowd.avatars(), rng);
        hose.light(crowd.avatars(), terrain);
        if (rules.zap().allowed()) {
            crowd.settle(terrain);
        }
        for (int i = 0; i < players; i++) {
            int deed = hose.fired(i) ? CLEANED : crowd.eaten(i) > 0 ? ATE : IDLED;
            pay.enter(i, crowd.eaten(i) + crowd.balance(i), deed, ledger);
            paid[i] = pay.paid(i, ledger, design);
        }
        steps++;
        rng.stream(Streams.ENDING);
        over = ending.falls(steps, rng);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        terrain.sight().window(crowd.avatars(), player, CleanupCode.SELF_CODE, out.codes);
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        boolean present = crowd.avatars().present(player);
        for (int a = 0; a < mask.length; a++) {
            int action = table.actions()[a];
            boolean possible = switch (action) {
                case 0 -> true;
                case CleanupAction.CLEAN_NUMBER -> present && hose.ready(player);
                case CleanupAction.ZAP_NUMBER -> present && crowd.zapReady(player);
                default -> present;
            };
            mask[a] = (byte) (possible ? 1 : 0);
        }
    }

    @Override
    public boolean due() {
        return true;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        terrain.sight().map(out.codes);
        for (int i = 0; i < players; i++) {
            if (crowd.avatars().present(i)) {
                out.codes[crowd.avatars().cell(i)] = (byte) (CleanupCode.KINDS + i);
            }
        }
        for (int i = 0; i < players; i++) {
            boolean cleans = table.actions()[actions[i]] == CleanupAction.CLEAN_NUMBER;
            out.numbers[2 * i] = cleans ? 1 : 0;
            out.numbers[2 * i + 1] = cleans ? 0 : 1;
        }
    }

    @Override
    public boolean truncated() {
        return over;
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            int m = i * MEASURES;
            out[m] = ledger[i];
            out[m + 1] = paid[i];
            out[m + 2] = crowd.eaten(i);
            out[m + 3] = hose.fired(i) ? 1 : 0;
            out[m + 4] = hose.cleaned(i);
            out[m + 5] = crowd.struck(i);
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = terrain.polluted();
        out[1] = terrain.apples();
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        pay.rewards(ledger, design, out);
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        pay.pullback(ledger, cotangent, gradient);
    }

    @Override
    public Palette palette() {
        return CleanupPictures.palette(players);
    }

    @Override
    public Frame frame(String caption) {
        return CleanupPictures.frame(this, caption);
    }

    /** Who stands where, for pictures and tests. */
    Avatars avatars() {
        return crowd.avatars();
    }

    /** River and orchard, for pictures and tests. */
    Terrain terrain() {
        return terrain;
    }
}
