package org.sed4j.envs.cleanup;

import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Window;
import org.sed4j.envs.harvest.Ending;
import org.sed4j.envs.harvest.Moves;
import org.sed4j.envs.harvest.Zap;

/** The published variants of Clean Up. */
final class CleanupPresets {
    static final List<String> NAMES = List.of("7x7", "10x10", "melting-pot", "socialjax");

    /** Left, right, up, down, stay, clean. */
    private static final List<CleanupAction> SIX = List.of(
            CleanupAction.STEP_LEFT,
            CleanupAction.STEP_RIGHT,
            CleanupAction.FORWARD,
            CleanupAction.BACKWARD,
            CleanupAction.STAY,
            CleanupAction.CLEAN);

    private CleanupPresets() {}

    static CleanupRules of(String name) {
        Require.that(NAMES.contains(name), "map", name, "must be one of " + NAMES, "a variant was misspelt");
        return switch (name) {
            case "7x7" -> small(CleanupMaps.SEVEN, 2, 4, new AppleGrowth(0.5, 0.6, 0));
            case "10x10" -> small(CleanupMaps.TEN, 2, 7, new AppleGrowth(0.3, 0.4, 0));
            case "melting-pot" -> meltingPot();
            default -> socialJax();
        };
    }

    /** Paper 004 and LIO, on the sequential social dilemma code: no turns, no fines, 50 steps. */
    private static CleanupRules small(GridMap map, int players, int reach, AppleGrowth growth) {
        return new CleanupRules(
                map,
                players,
                SIX,
                Moves.ABSOLUTE,
                new Window(reach, reach, reach, reach),
                growth,
                new Pollution(0.5, true, 0, true, false),
                new CleaningBeam(5, 5, 0, false, 0),
                Zap.OFF,
                true,
                Ending.after(50),
                CleanupIncentive.DEED,
                2);
    }

    /** Melting Pot's clean_up, 81ee2e7. */
    private static CleanupRules meltingPot() {
        return new CleanupRules(
                CleanupMaps.MELTING_POT,
                7,
                List.of(
                        CleanupAction.STAY,
                        CleanupAction.FORWARD,
                        CleanupAction.BACKWARD,
                        CleanupAction.STEP_LEFT,
                        CleanupAction.STEP_RIGHT,
                        CleanupAction.TURN_LEFT,
                        CleanupAction.TURN_RIGHT,
                        CleanupAction.ZAP,
                        CleanupAction.CLEAN),
                Moves.RELATIVE,
                Window.MELTING_POT,
                new AppleGrowth(0.05, 0.4, 0),
                new Pollution(0.5, false, 50, false, false),
                new CleaningBeam(3, 3, 0, false, 2),
                new Zap(true, 3, 1, 10, 50, 0, 0, 0),
                false,
                new Ending(1000, 100, 0.2, 5000),
                CleanupIncentive.DEED,
                2);
    }

    /**
     * SocialJax's clean_up, 9df972d. Deviations: zapped players vanish for one step, where there they are moved at once; the zap
     * beam is Melting Pot's shape of length 2.
     */
    private static CleanupRules socialJax() {
        return new CleanupRules(
                CleanupMaps.MELTING_POT,
                7,
                List.of(
                        CleanupAction.TURN_LEFT,
                        CleanupAction.TURN_RIGHT,
                        CleanupAction.STEP_LEFT,
                        CleanupAction.STEP_RIGHT,
                        CleanupAction.FORWARD,
                        CleanupAction.BACKWARD,
                        CleanupAction.STAY,
                        CleanupAction.ZAP,
                        CleanupAction.CLEAN),
                Moves.ABSOLUTE,
                Window.MELTING_POT,
                new AppleGrowth(0.05, 0.4, 0),
                new Pollution(0.5, false, 50, false, true),
                new CleaningBeam(2, 1, 1, true, 0),
                new Zap(true, 2, 1, 0, 0, 0, 0, 0),
                false,
                Ending.after(1000),
                CleanupIncentive.DEED,
                2);
    }
}
