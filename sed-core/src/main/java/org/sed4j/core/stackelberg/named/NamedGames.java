package org.sed4j.core.stackelberg.named;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.StackelbergGame;

/**
 * The Stackelberg games of paper 003, as finite games with raw payoffs (the published code divides by the largest).
 *
 * @paper 003, sections 4 and 7, appendix E
 */
public final class NamedGames {
    private NamedGames() {}

    /**
     * Escape: both are best off at (C, C), which the leader may commit to. Optimum 30, pure or mixed.
     *
     * @paper 003, appendix E (Zhang et al. 2019)
     */
    public static StackelbergGame escape() {
        double[][] leader = {{15, 10, 0}, {10, 10, 0}, {0, 0, 30}};
        double[][] follower = {{15, 10, 0}, {10, 10, 0}, {0, 0, 30}};
        return StackelbergGame.leading(NormalFormGame.bimatrix(leader, follower));
    }

    /**
     * Maintain: the leader wants (B, A), where the follower would rather not be. Optimum 20 pure (row A); 27.5 mixed, at
     * (1/4, 3/4, 0), where a follower who breaks ties against the leader leaves it 7.5.
     *
     * @paper 003, Table 2; it prints 27.5 + ε for what is 27.5 - 10ε
     */
    public static StackelbergGame maintain() {
        double[][] leader = {{20, 0, 0}, {30, 10, 0}, {0, 0, 5}};
        double[][] follower = {{15, 0, 0}, {0, 5, 0}, {0, 0, 10}};
        return StackelbergGame.leading(NormalFormGame.bimatrix(leader, follower));
    }

    /** The 2 x 2 game in which commitment helps: optimum 2 pure, 5/2 mixed (the published code's game_3). */
    public static StackelbergGame game3() {
        return StackelbergGame.leading(NormalFormGame.bimatrix(
                new double[][] {{1, 3}, {0, 2}}, new double[][] {{1, 0}, {0, 1}}));
    }

    /** A 2 x 2 game in which mixing does not help: optimum 1 (the published code's game_4). */
    public static StackelbergGame game4() {
        return StackelbergGame.leading(NormalFormGame.bimatrix(
                new double[][] {{3, 1}, {2, 0}}, new double[][] {{2, 3}, {0, 1}}));
    }

    /**
     * The game of that name, or of that family with those numbers: {@code allocation:4,2} is simple allocation of 4 items
     * by 2 messages, {@code message-price:0.1} the sequential price mechanism with messages at ε = 0.1, {@code
     * silent-price:0.1} the one without.
     *
     * @throws IllegalArgumentException listing the names otherwise
     */
    public static StackelbergGame of(String name) {
        Supplier<StackelbergGame> game = all().get(name);
        return game != null ? game.get() : member(name);
    }

    private static StackelbergGame member(String name) {
        String[] parts = name.split(":", 2);
        List<Double> numbers = new ArrayList<>();
        for (String number : parts.length == 1 ? new String[0] : parts[1].split(",", -1)) {
            numbers.add(number(name, number.strip()));
        }
        int given = numbers.size();
        if (parts[0].equals("allocation") && given == 2) {
            return SimpleAllocation.of(whole(name, numbers.get(0)), whole(name, numbers.get(1)));
        }
        if (parts[0].equals("message-price") && given == 1) {
            return MessagePricing.of(numbers.get(0));
        }
        if (parts[0].equals("silent-price") && given == 1) {
            return MessagePricing.silent(numbers.get(0));
        }
        throw new IllegalArgumentException("game (" + name + ") must be one of " + all().keySet()
                + ", or allocation:ITEMS,MESSAGES, message-price:EPSILON or silent-price:EPSILON"
                + ".\nMaybe it is a file: give that with its own option.");
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "game (" + name + ") must have numbers after the colon, not \"" + text
                            + "\".\nMaybe a decimal comma was written for a point.",
                    e);
        }
    }

    private static int whole(String name, double number) {
        Require.that(
                number == Math.rint(number) && Math.abs(number) < 1e9,
                "number of game " + name,
                number,
                "must be whole",
                "items and messages cannot be halved");
        return (int) number;
    }

    /** All of them by name, each with the parameters of the paper's experiments. */
    public static Map<String, Supplier<StackelbergGame>> all() {
        Map<String, Supplier<StackelbergGame>> games = new LinkedHashMap<>();
        games.put("escape", NamedGames::escape);
        games.put("maintain", NamedGames::maintain);
        games.put("game-3", NamedGames::game3);
        games.put("game-4", NamedGames::game4);
        games.put("matrix-design", MatrixDesign::paper);
        games.put("matrix-design-code", () -> MatrixDesign.published(0, 1));
        games.put("allocation", () -> SimpleAllocation.of(3, 3));
        games.put("allocation-1", () -> SimpleAllocation.of(3, 1));
        games.put("allocation-2", () -> SimpleAllocation.of(3, 2));
        games.put("allocation-3", () -> SimpleAllocation.of(3, 3));
        games.put("message-price", () -> MessagePricing.of(0.2));
        games.put("silent-price", () -> MessagePricing.silent(0.2));
        return Collections.unmodifiableMap(games);
    }
}
