package org.sed4j.envs.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.pomg.conformance.Parity;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/** What tests of every certified economy hold it to. */
public final class Held {
    private Held() {}

    /** The contract of a World, portability included, and the same life on the native backend, to the byte. */
    public static void contract(Supplier<? extends World> maker) {
        assertThat(Conformance.of(maker).steps(40).portable().check().passed()).hasSizeGreaterThan(12);
    }

    /** The same life on the backend native as on the JVM, to the byte. */
    public static void parity(Supplier<? extends World> maker) {
        Search<CCompiler> compiler = CCompiler.find();
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        assertThat(Parity.check(maker, Backend.NATIVE, 20, 100, Seed.of(5)).backend())
                .isEqualTo(Backend.NATIVE);
    }

    /** Every aim: the oracle's choice against the numerical solver and against brute force over a grid of policies. */
    public static void aims(Oracle oracle, double tolerance, Aim... more) {
        List<Aim> aims = new ArrayList<>(
                List.of(Aim.utilitarian(), Aim.egalitarian(), Aim.nash(), Aim.revenue(), Aim.mix(0.3), Aim.mix(0.9)));
        aims.addAll(List.of(more));
        for (Aim aim : aims) {
            // Nash welfare is 0 at every policy where utilities are negative at all of them
            if (!aim.name().equals("nash") || aim.value(oracle, aim.policy(oracle)) > 0) {
                best(oracle, aim, tolerance);
            }
        }
    }

    private static void best(Oracle oracle, Aim aim, double tolerance) {
        double chosen = aim.policy(oracle);
        double found = aim.search(oracle);
        double value = aim.value(oracle, chosen);
        double scale = Math.max(1, Math.abs(value));
        assertThat(value)
                .as("%s at %s, solver at %s", aim, chosen, found)
                .isCloseTo(aim.value(oracle, found), within(1e-12 * scale));
        assertThat(found).as("%s", aim).isCloseTo(chosen, within(tolerance));
        int points = 400;
        for (int k = 0; k <= points; k++) {
            double policy = oracle.low() + (oracle.high() - oracle.low()) * k / points;
            assertThat(aim.value(oracle, policy))
                    .as("%s: %s beats %s", aim, policy, chosen)
                    .isLessThanOrEqualTo(value + 1e-12 * scale);
        }
        assertThat(oracle.loss(aim, Levels.even(oracle.low(), oracle.high(), 11)))
                .isGreaterThanOrEqualTo(-1e-12 * scale);
    }

    /** Every voter's ideal, against the solver and a grid. */
    public static void ideals(Oracle oracle, double tolerance) {
        for (int i = 0; i < oracle.players(); i++) {
            double[] g = new double[oracle.players()];
            g[i] = 1;
            Aim own = Aim.weighted(g);
            assertThat(own.search(oracle)).as("ideal of %s", i).isCloseTo(oracle.ideal(i), within(tolerance));
            double most = oracle.utility(i, oracle.ideal(i));
            for (int k = 0; k <= 200; k++) {
                double policy = oracle.low() + (oracle.high() - oracle.low()) * k / 200;
                assertThat(oracle.utility(i, policy)).isLessThanOrEqualTo(most + 1e-12 * Math.max(1, Math.abs(most)));
            }
        }
    }

    /** Slopes against difference quotients. */
    public static void slopes(Oracle oracle, double... policies) {
        double h = 1e-6 * (oracle.high() - oracle.low());
        for (double t : policies) {
            for (int i = 0; i < oracle.players(); i++) {
                double quotient = (oracle.utility(i, t + h) - oracle.utility(i, t - h)) / (2 * h);
                assertThat(oracle.slope(i, t)).isCloseTo(quotient, within(1e-6 * Math.max(1, Math.abs(quotient))));
            }
            double raised = (oracle.revenue(t + h) - oracle.revenue(t - h)) / (2 * h);
            assertThat(oracle.revenueSlope(t)).isCloseTo(raised, within(1e-6 * Math.max(1, Math.abs(raised))));
        }
    }

    /** Aims say what the library's objectives say of the same amounts. */
    public static void welfare(Oracle oracle, double policy) {
        Account amounts = Account.ofReturns(oracle.utilities(policy));
        Design none = Design.zeros(0);
        double[] expected = {
            Welfare.utilitarian(Outcome.REWARD).value(none, amounts),
            Welfare.egalitarian(Outcome.REWARD).value(none, amounts),
            Welfare.nash(Outcome.REWARD).value(none, amounts),
            Welfare.mix(0.3, Outcome.REWARD).value(none, amounts)
        };
        Aim[] aims = {Aim.utilitarian(), Aim.egalitarian(), Aim.nash(), Aim.mix(0.3)};
        for (int a = 0; a < aims.length; a++) {
            assertThat(aims[a].value(oracle, policy))
                    .isCloseTo(expected[a], within(1e-12 * Math.max(1, Math.abs(expected[a]))));
        }
    }

    /** Sums of rewards over some steps of one world, the same action of each player at every step. */
    public static double[] lived(Supplier<? extends World> maker, Design design, int steps, int... actions) {
        try (Pomg world = Worlds.of(maker).build()) {
            world.reset();
            world.enact(design);
            IntTensor joint = IntTensor.zeros(1, actions.length);
            for (int i = 0; i < actions.length; i++) {
                joint.set(i, actions[i]);
            }
            double[] sums = new double[world.players()];
            for (int t = 0; t < steps; t++) {
                world.step(joint);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += world.now().rewards().get(i);
                }
            }
            return sums;
        }
    }
}
