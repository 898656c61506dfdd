package org.sed4j.envs.cleanup;

import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Window;
import org.sed4j.envs.harvest.Ending;
import org.sed4j.envs.harvest.Moves;
import org.sed4j.envs.harvest.Zap;
import org.sed4j.envs.incentive.DeedPay;

/**
 * The rules of a Clean Up economy: everything that can be chosen, except the design.
 *
 * @param map where what stands; characters of {@link CleanupMaps#LEGEND}
 * @param players n, at least 1 and at most the spawn cells
 * @param actions what a player can do, in the order of the numbers
 * @param moves what steps are relative to
 * @param window what a player sees
 * @param growth of apples
 * @param pollution of the river
 * @param beam that cleans
 * @param zap the beam that removes players; allowed exactly if it is among the actions
 * @param seated whether player i begins on the i-th spawn cell from the last, heading north; else cells and headings are drawn
 * @param ending when an episode is cut off
 * @param incentive to whom an entry of the design is paid
 * @param bound greatest incentive, above 0: Φ = [0, bound]^k
 */
public record CleanupRules(
        GridMap map,
        int players,
        List<CleanupAction> actions,
        Moves moves,
        Window window,
        AppleGrowth growth,
        Pollution pollution,
        CleaningBeam beam,
        Zap zap,
        boolean seated,
        Ending ending,
        CleanupIncentive incentive,
        double bound) {

    public CleanupRules {
        map.check(CleanupMaps.LEGEND);
        actions = List.copyOf(actions);
        Require.that(
                players >= 1 && players <= map.count(CleanupMaps.SPAWN),
                "players",
                players,
                "must lie in [1, " + map.count(CleanupMaps.SPAWN) + "], the spawn cells of map " + map.name(),
                "the map is too small for them");
        Require.atLeast(
                map.count(CleanupMaps.POLLUTED) + map.count(CleanupMaps.CLEAN), 1, "waste sites of map " + map.name());
        Require.that(
                actions.contains(CleanupAction.CLEAN)
                        && actions.stream().distinct().count() == actions.size(),
                "actions",
                actions,
                "must hold CLEAN, and none twice",
                "without cleaning no apple ever grows");
        Require.that(
                zap.allowed() == actions.contains(CleanupAction.ZAP),
                "zap",
                zap.allowed() ? "allowed" : "off",
                "must be allowed exactly if ZAP is among the actions",
                "one of the two was changed alone");
        DeedPay.checkBound(bound);
    }

    /** The variant of that name: 7x7, 10x10, melting-pot or socialjax. */
    public static CleanupRules preset(String name) {
        return CleanupPresets.of(name);
    }

    /** The names of the variants. */
    public static List<String> presets() {
        return CleanupPresets.NAMES;
    }

    /** These rules with incentives paid to somebody else. */
    public CleanupRules withIncentive(CleanupIncentive other) {
        return new CleanupRules(
                map, players, actions, moves, window, growth, pollution, beam, zap, seated, ending, other, bound);
    }

    /** These rules with another greatest incentive. */
    public CleanupRules withBound(double other) {
        return new CleanupRules(
                map, players, actions, moves, window, growth, pollution, beam, zap, seated, ending, incentive, other);
    }

    /** The number of an action in a joint action. */
    public int number(CleanupAction action) {
        return actions.indexOf(action);
    }
}
