package org.sed4j.core.pomg.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Rng;

/** Drives worlds where they were written: on the JVM. */
final class JvmDrive implements Drive {
    private final int from;
    private final int to;
    private final Roster roster;
    private final Tensors now;
    private final Marks marks;
    private final Stepper.Failures failures;
    private final int players;
    private final Stage stage;
    private final Stepper stepper;
    private final Desk desk;
    private final Rng rng = new Rng();
    private final View principal;
    private final int[] actions;
    private final float[] design;
    private final float[] rewards;

    JvmDrive(Roster roster, Spaces spaces, Tensors now, int from, int to, Marks marks, Stepper.Failures failures) {
        this.from = from;
        this.to = to;
        this.roster = roster;
        this.now = now;
        this.marks = marks;
        this.failures = failures;
        this.players = spaces.players();
        this.stage = new Stage(spaces, now, to - from);
        this.stepper = Steppers.of(roster, spaces, stage, failures);
        this.desk = new Desk(spaces, now, to - from);
        this.principal = new View(
                spaces.principalCodes().cells(), spaces.principalNumbers().size());
        this.actions = new int[players * spaces.heads()];
        this.design = new float[spaces.design().dimension()];
        this.rewards = new float[players];
    }

    @Override
    public void step(int[] joint) {
        for (int first = from; first < to; first += stage.worlds()) {
            step(joint, first, Math.min(stage.worlds(), to - first));
        }
    }

    /** Plays the joint actions in no more worlds than the stage holds. */
    void step(int[] joint, int first, int count) {
        stepper.play(joint, first, count);
        stepper.show(first, count);
        put(first, count);
    }

    @Override
    public void reset(@Nullable ByteTensor which) {
        for (int b = from; b < to; b++) {
            if (which == null || which.get(b) != 0) {
                reset(b);
            }
        }
    }

    /** Starts one world anew. */
    void reset(int b) {
        try {
            Arrays.fill(rewards, 0);
            now.rewards().view().put(b * players, rewards); // also if it fails
            Rows.put(rewards, stage.rewards, 0, players);
            roster.reset(b, rng);
            stepper.show(b, 1);
            put(b, 1);
        } catch (RuntimeException | Error thrown) {
            failures.fail(b, thrown);
        }
    }

    @Override
    public void consult(int[] joint) {
        for (int b = from; b < to; b++) {
            if (marks.due(b)) {
                consult(joint, b);
            }
        }
        desk.publish();
    }

    private void consult(int[] joint, int b) {
        try {
            Rows.take(actions, joint, b, actions.length);
            Rows.take(design, roster.designs(), b, design.length);
            roster.world(b).consult(actions, design, principal);
            desk.put(b, principal);
        } catch (RuntimeException | Error thrown) {
            failures.fail(b, thrown);
        }
    }

    @Override
    public void publish() {
        for (int b = from; b < to; b++) {
            publish(b);
        }
    }

    /** Publishes one world as it stands. */
    void publish(int b) {
        now.rewards().view().get(b * players, rewards);
        Rows.put(rewards, stage.rewards, 0, players);
        stepper.show(b, 1);
        put(b, 1);
    }

    /** Publishes and marks the worlds on the stage. */
    private void put(int first, int count) {
        System.arraycopy(stage.due, 0, marks.due, first - from, count);
        System.arraycopy(stage.ended, 0, marks.ended, first - from, count);
        stage.publish(first, count);
    }
}
