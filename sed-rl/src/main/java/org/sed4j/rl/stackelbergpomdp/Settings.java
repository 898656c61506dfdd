package org.sed4j.rl.stackelbergpomdp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.mechanism.SequentialPrices;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.named.MatrixDesign;
import org.sed4j.core.stackelberg.named.NamedGames;

/**
 * The settings of paper 003 by name.
 *
 * <p>Optima are exact and are tested against the theory room's solvers where it has the game.
 *
 * @paper 003, section 7 and appendix E
 */
public final class Settings {
    private static final double SB3 = 3e-4;
    private static final double SLOW = 3e-6;
    private static final double EPSILON = 0.2;
    private static final Setting.Tuned WHOLE = new Setting.Tuned(100, 10, 10, SB3, 1);
    private static final Setting.Tuned MESSAGES = new Setting.Tuned(100, 30, 10, SB3, 1);
    private static final Setting.Tuned SILENT = new Setting.Tuned(2, 2, 200, SB3, 0.95);
    private static final Setting.Tuned PRICES = new Setting.Tuned(100, 20, 20, 1e-4, 0.95);

    private Settings() {}

    /** All of them. */
    public static Map<String, Setting> all() {
        Map<String, Setting> all = new LinkedHashMap<>();
        add(all, oneShot("escape", "Both are best off at (C, C), which the leader may commit to", false, 30));
        add(
                all,
                oneShot(
                        "maintain",
                        "The leader wants (B, A), where the follower would rather not be; pure",
                        false,
                        20));
        add(all, oneShot("maintain-mixed", "The same, the leader committing to a mixture", true, 27.5));
        add(all, oneShot("game-3", "A 2 x 2 game in which mixing helps; mixed", true, 2.5));
        add(
                all,
                new Setting(
                        "matrix-design",
                        "A payment to each follower so that both choose differently; it is promised, never paid",
                        LeaderGames.pure(MatrixDesign.paper()),
                        1,
                        false,
                        6,
                        100,
                        10,
                        SB3,
                        22_528,
                        WHOLE));
        add(
                all,
                new Setting(
                        "matrix-design-code",
                        "The published code's form: bonuses after seeing the actions, welfare as the reward",
                        new BonusGame(),
                        5.0 / 3,
                        false,
                        1,
                        100,
                        10,
                        SB3,
                        22_528,
                        WHOLE));
        for (int m = 1; m <= 3; m++) {
            add(
                    all,
                    new Setting(
                            "allocation-" + m,
                            "One of three items by one of " + m + " messages",
                            new AllocationGame(3, m),
                            m / 3.0,
                            true,
                            1,
                            100,
                            30,
                            SB3,
                            8_192,
                            MESSAGES));
        }
        add(all, pricing("message-price", "Sequential prices, two messages", PricingGame.paper(EPSILON, 2), 0));
        add(all, pricing("price", "Sequential prices, nothing can be said", PricingGame.paper(EPSILON, 1), -0.15));
        for (int t = 2; t <= 6; t++) {
            add(
                    all,
                    pricing(
                            "message-space-" + t,
                            "Sequential prices, two messages, " + t + " values evenly spaced for both agents",
                            PricingGame.spaced(t, 2),
                            0));
        }
        return Collections.unmodifiableMap(all);
    }

    private static void add(Map<String, Setting> all, Setting setting) {
        all.put(setting.name(), setting);
    }

    private static Setting oneShot(String name, String about, boolean mixed, double optimum) {
        String game = name.replace("-mixed", "");
        LeaderGame played = mixed ? LeaderGames.mixed(NamedGames.of(game)) : LeaderGames.pure(NamedGames.of(game));
        return new Setting(
                name,
                about,
                played,
                optimum,
                false,
                Math.max(played.leaderUnit(), played.range().high()),
                100,
                10,
                SB3,
                22_528,
                WHOLE);
    }

    private static Setting pricing(String name, String about, PricingGame game, double optimum) {
        return new Setting(
                name,
                about,
                game,
                optimum,
                true,
                game.leaderUnit(),
                1000,
                100,
                SLOW,
                22_528,
                game.messages() == 1 ? SILENT : PRICES);
    }

    /**
     * What the best sequential price mechanism without messages loses against the first best, in the game's units: what
     * messages must beat.
     */
    public static double silentLoss(PricingGame game) {
        List<List<Double>> values = List.of(boxed(game.values()[0]), boxed(game.values()[1]));
        List<Distribution> priors = List.of(Distribution.of(game.chances()[0]), Distribution.of(game.chances()[1]));
        return SequentialPrices.best(values, priors).loss().doubleValue();
    }

    private static List<Double> boxed(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    /**
     * The setting of that name.
     *
     * @throws IllegalArgumentException listing the names otherwise
     */
    public static Setting of(String name) {
        Setting setting = all().get(name);
        if (setting == null) {
            throw new IllegalArgumentException("setting (" + name + ") must be one of "
                    + String.join(", ", all().keySet()) + ".\nMaybe the game's mixed form is meant: maintain-mixed.");
        }
        return setting;
    }
}
