package org.sed4j.envs.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Spaces;

/** Shapes and names of Clean Up under given rules. */
final class CleanupSpaces {
    private CleanupSpaces() {}

    static Spaces of(CleanupRules rules) {
        int n = rules.players();
        List<String> cleans = new ArrayList<>();
        List<String> entries = new ArrayList<>(List.of("clean", "apple", "else"));
        if (rules.incentive() == CleanupIncentive.PLAYER) {
            entries.clear();
        }
        for (int i = 0; i < n; i++) {
            cleans.add("player_" + i + "_cleans");
            cleans.add("player_" + i + "_does_not");
            if (rules.incentive() == CleanupIncentive.PLAYER) {
                entries.add("player_" + i);
            }
        }
        Spaces.Builder spaces = Spaces.players(n)
                .actions(rules.actions().size())
                .codes(rules.window().height(), rules.window().width(), CleanupCode.KINDS)
                .principalCodes(rules.map().rows(), rules.map().columns(), CleanupCode.KINDS + n)
                .principalNumbers(cleans.toArray(String[]::new))
                .design(DesignSpace.box(0, rules.bound(), entries.toArray(String[]::new)))
                .ledger(2 * n)
                .measures(Cleanup.BASE, Cleanup.INCENTIVE, Cleanup.APPLES, Cleanup.FIRED, Cleanup.WASTE, "zapped")
                .gauges("polluted", "apples_left");
        return rules.zap().allowed() || rules.beam().cooldown() > 0
                ? spaces.masked().build()
                : spaces.build();
    }
}
