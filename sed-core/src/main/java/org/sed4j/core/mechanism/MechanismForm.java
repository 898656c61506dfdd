package org.sed4j.core.mechanism;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.markov.FinitePomg;

/**
 * Whether a Markov game can be the game of some mechanism: what an agent gets may depend on the outcome and its own type
 * only, and the outcome only on what is sent to the mechanism.
 *
 * @paper 000, Proposition 1 (not every design game is a dynamic mechanism design problem)
 */
public final class MechanismForm {
    private MechanismForm() {}

    /**
     * Two joint actions that no mechanism can tell apart, in states that the agent cannot tell apart, and that pay it
     * differently.
     *
     * @param agent whom
     * @param state where the first is played
     * @param actions the first joint action
     * @param otherState where the second is played
     * @param otherActions the second
     */
    public record Obstruction(int agent, int state, int actions, int otherState, int otherActions) {}

    /**
     * What keeps the game from being a mechanism's, whatever its outcome rule; empty if nothing that pays does.
     *
     * @param own for each state and agent, the agent's type: what its utility may depend on besides the outcome
     * @param sent what of a joint action is sent to the mechanism, by number
     */
    public static Optional<Obstruction> obstruction(FinitePomg game, TypeOf own, IntUnaryOperator sent) {
        for (int i = 0; i < game.players(); i++) {
            Map<List<Integer>, int[]> first = new HashMap<>();
            for (int s = 0; s < game.states().size(); s++) {
                for (int a = 0; a < game.actionProfiles().count(); a++) {
                    int[] seen = first.putIfAbsent(List.of(own.of(i, s), sent.applyAsInt(a)), new int[] {s, a});
                    if (seen != null && game.reward(i, seen[0], seen[1]) != game.reward(i, s, a)) {
                        return Optional.of(new Obstruction(i, seen[0], seen[1], s, a));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** An agent's type in a state. */
    @FunctionalInterface
    public interface TypeOf {
        /** t_i, by number. */
        int of(int agent, int state);
    }

    /**
     * The effort example: each of two agents sends a message to a mechanism, which sells for a common prize if both say so,
     * and puts in an effort that the mechanism never sees, costs its agent 1 and gives the other 3. No mechanism's utilities
     * u_i(o, t_i) hold it; as a Markov game it is an ordinary one.
     *
     * <p>Action numbers are 2 · message + effort.
     */
    public static FinitePomg effort() {
        List<String> actions = List.of("no,rest", "no,effort", "yes,rest", "yes,effort");
        return FinitePomg.of(List.of("s"), List.of(actions, actions), List.of(List.of("o"), List.of("o")))
                .initial(Distribution.pure(1, 0))
                .reward((s, a) -> {
                    int first = a / 4;
                    int second = a % 4;
                    double prize = first / 2 == 1 && second / 2 == 1 ? 2 : 0;
                    return new double[] {prize - first % 2 + 3 * (second % 2), prize - second % 2 + 3 * (first % 2)};
                })
                .steps(1, 1)
                .build();
    }
}
