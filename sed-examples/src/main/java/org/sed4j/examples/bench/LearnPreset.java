package org.sed4j.examples.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipped preset whose learning is timed.
 *
 * @param name shown
 * @param command what is typed after {@code sed}: the study, its preset and how long
 * @param steps agent steps between two rows of {@code timing.csv}; with episodes that may end early, at most
 * @param cost of an agent step, of the players' networks; none where they are not dense
 */
record LearnPreset(
        String name,
        List<String> command,
        double steps,
        @Nullable LearnCost cost) {

    private static final LearnCost GTB_APART = new LearnCost(121, 42, 136, 64, 51, 2, 4, 2, 800);
    private static final LearnCost GTB_PPO = new LearnCost(121, 42, 136, 64, 51, 1, 4, 3, 3200);
    private static final LearnCost APPLES = new LearnCost(121, 11, 16, 64, 8, 1, 5, 4, 2036);

    /** Those that the targets are stated for. */
    static List<LearnPreset> shipped() {
        return List.of(
                new LearnPreset(
                        "gather-trade-build paper-004-metagrad, us-federal",
                        typed("gather-trade-build --preset paper-004-metagrad --method us-federal --rounds 300"),
                        2 * 4 * 100,
                        GTB_APART),
                new LearnPreset(
                        "gather-trade-build paper-004-metagrad, metagrad",
                        typed("gather-trade-build --preset paper-004-metagrad --rounds 250"),
                        2 * 4 * 100,
                        GTB_APART),
                new LearnPreset(
                        "gather-trade-build paper-004",
                        typed("gather-trade-build --preset paper-004 --method us-federal --rounds 14"),
                        64 * 4 * 100,
                        GTB_PPO),
                new LearnPreset(
                        "apple-picking paper-2024",
                        typed("apple-picking --preset paper-2024 --rounds 30 --set run.evaluate=false"),
                        16 * 7 * 200,
                        APPLES),
                new LearnPreset(
                        "escape-room ER(5,2)",
                        typed("escape-room --agents 5 --lever 2 --episodes 12000 --set run.evaluate_every=1000"
                                + " --set run.evaluation_episodes=1 --set run.final_episodes=1"),
                        1000 * 5 * 5,
                        null),
                new LearnPreset(
                        "stackelberg message-price",
                        typed("stackelberg --setting message-price --steps 100000"),
                        4096,
                        null),
                new LearnPreset(
                        "cleanup-fast",
                        typed("cleanup --preset cleanup-fast --episodes 1500 --set run.evaluate_every=100"
                                + " --set run.evaluation_episodes=1 --set run.final_episodes=1"),
                        100 * 50 * 2,
                        null));
    }

    private static List<String> typed(String command) {
        return List.of(command.split(" "));
    }
}
