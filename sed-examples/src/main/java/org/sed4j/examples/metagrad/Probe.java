package org.sed4j.examples.metagrad;

import java.util.List;
import java.util.Optional;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.escaperoom.EscapeRoom;
import org.sed4j.envs.escaperoom.EscapeRoomRules;
import org.sed4j.rl.metagradient.*;
import org.sed4j.rl.network.*;
import org.sed4j.rl.policygradient.*;

final class Probe {
    public static void main(String[] a) {
        int n = Integer.parseInt(a[0]), m = Integer.parseInt(a[1]);
        long seed = Long.parseLong(a[2]);
        int episodes = Integer.parseInt(a[3]);
        Seed root = Seed.of(seed);
        EscapeRoomRules rules = EscapeRoomRules.of(n, m);
        Pomg economy = Worlds.of(EscapeRoom.maker(rules)).seed(root.named("economy")).build();
        economy.reset();
        Pomg trial = Worlds.of(EscapeRoom.maker(rules)).batch(10).seed(root.named("trial")).build();
        trial.reset();
        var spaces = economy.spaces();
        PlayerDesign player = new PlayerDesign(
                Layers.dense(Inputs.ofNumbers(3 * n), List.of(64, 32), 3, true),
                Optional.empty(),
                LearningRule.reinforce(StepRule.plain(9.56e-5), 0.99, .0166));
        Population pop = Population.independent(spaces, 1, 5, player, root.named("players"));
        Population twins = Population.independent(spaces, 10, 5, player, root.named("players"));
        MetaGradRule rule = MetaGradRule.of(StepRule.adam(7.93e-4), .99)
                .charging(IncentiveCost.valueOf(a[4]), StepRule.adam(6.03e-5));
        MetaGrad meta = new MetaGrad(
                economy,
                pop,
                new DesignerDesign(
                        Layers.dense(Inputs.ofNumbers(6 * n), List.of(64, 16), 3, false), Optional.empty(), 3 * n, rule),
                DesignerReward.sumOf(spaces, EscapeRoom.BASE),
                root.named("designer"));
        Episodes tests = new Episodes(trial, twins, root.named("tests"));
        Trajectory t = twins.trajectory();
        long t0 = System.nanoTime();
        for (int e = 0; e <= episodes; e++) {
            if (e % Math.max(1, episodes / 15) == 0) {
                twins.become(pop.states());
                tests.play(meta.government(), 0, t);
                double base = 0, inc = 0;
                for (int b = 0; b < 10; b++)
                    for (int s = 0; s < t.length(b); s++)
                        for (int i = 0; i < n; i++) {
                            base += t.measure(s, b * n + i, 0) / 10;
                            inc += t.measure(s, b * n + i, 1) / 10;
                        }
                System.out.printf(
                        "%d net %.2f inc %.2f  %.2fs%n", e, base - inc, inc, (System.nanoTime() - t0) / 1e9);
            }
            meta.iterate(0);
        }
        System.exit(0);
    }
}
