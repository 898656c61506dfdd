package org.sed4j.core.pomg.engine;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * The step of one economy. {@link Steppers} loads this class anew for each class and {@link Shape} of world: so the compiler
 * sees lengths as constants and calls of one class only, and a small world costs what a loop written for it would.
 */
final class ShapedStepper implements Stepper {
    private static final Shape SHAPE = Steppers.shape(MethodHandles.lookup());

    private final Roster roster;
    private final Stage stage;
    private final Failures failures;
    private final Rng rng = new Rng();
    private final View view;
    private final byte[] mask;
    private final int[] actions;
    private final float[] design;
    private final float[] rewards;
    private final float[] measures;
    private final float[] gauges;

    ShapedStepper(Roster roster, Stage stage, Failures failures) {
        this.roster = roster;
        this.stage = stage;
        this.failures = failures;
        this.view = new View(SHAPE.cells(), SHAPE.numbers());
        this.mask = new byte[SHAPE.choices()];
        this.actions = new int[SHAPE.actions()];
        this.design = new float[SHAPE.design()];
        this.rewards = new float[SHAPE.players()];
        this.measures = new float[SHAPE.measures()];
        this.gauges = new float[SHAPE.gauges()];
    }

    @Override
    public void play(int[] joint, int first, int count) {
        for (int w = 0; w < count; w++) {
            int b = first + w;
            try {
                Rows.take(actions, joint, b, SHAPE.actions());
                Rows.take(design, roster.designs(), b, SHAPE.design());
                roster.seat(b, rng);
                World world = roster.world(b);
                world.step(actions, design, rng, rewards);
                roster.lived(b);
                if (SHAPE.settles()) {
                    Settlement settlement = (Settlement) world;
                    settlement.rewards(settlement.ledger(), design, rewards);
                }
                Rows.put(rewards, stage.rewards, w, SHAPE.players());
            } catch (RuntimeException | Error thrown) {
                Arrays.fill(rewards, 0); // a world that fails has earned nothing
                Rows.put(rewards, stage.rewards, w, SHAPE.players());
                failures.fail(b, thrown);
            }
        }
    }

    @Override
    public void show(int first, int count) {
        for (int w = 0; w < count; w++) {
            int b = first + w;
            try {
                World world = roster.world(b);
                Rows.take(design, roster.designs(), b, SHAPE.design());
                players(world, w);
                counts(world, w);
                flags(world, w);
            } catch (RuntimeException | Error thrown) {
                stage.clear(w); // a world that cannot be looked at shows nothing
                failures.fail(b, thrown);
            }
        }
    }

    private void players(World world, int w) {
        for (int i = 0, row = w * SHAPE.players(); i < SHAPE.players(); i++, row++) {
            world.observe(i, design, view);
            Rows.put(view.codes, stage.codes, row, SHAPE.cells());
            Rows.put(view.numbers, stage.numbers, row, SHAPE.numbers());
            if (SHAPE.choices() > 0) {
                world.allowed(i, design, mask);
                Rows.put(mask, stage.masks, row, SHAPE.choices());
            }
        }
    }

    private void counts(World world, int w) {
        if (SHAPE.settles()) {
            Rows.put(((Settlement) world).ledger(), stage.ledger, w, SHAPE.ledger());
        }
        if (SHAPE.measures() > 0) {
            world.measure(measures);
            Rows.put(measures, stage.measures, w, SHAPE.measures());
        }
        if (SHAPE.gauges() > 0) {
            world.gauge(gauges);
            Rows.put(gauges, stage.gauges, w, SHAPE.gauges());
        }
    }

    private void flags(World world, int w) {
        boolean terminated = world.terminated();
        boolean truncated = world.truncated();
        stage.terminated[w] = (byte) (terminated ? 1 : 0);
        stage.truncated[w] = (byte) (truncated ? 1 : 0);
        stage.ended[w] = (byte) (terminated || truncated ? 1 : 0);
        stage.due[w] = (byte) (world.due() ? 1 : 0);
    }
}
