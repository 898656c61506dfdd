package org.sed4j.envs.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.StackelbergGame;
import org.sed4j.core.stackelberg.named.MatrixDesign;
import org.sed4j.core.stackelberg.named.NamedGames;

/**
 * A finite game to be played as an economy: its followers are the players, and the design is what its leader commits to.
 *
 * <p>Payoffs are affine in the design. A mixture of leader actions is a point of the simplex, payoffs in expectation as in
 * {@link StackelbergGame#induce(org.sed4j.core.stackelberg.Distribution)}; levers are amounts, each of which moves payoffs
 * in proportion; a game without a leader has no design. Immutable.
 *
 * @paper 003, section 2; 002, Definition 2.1
 */
public final class MatrixGame {
    /** Measure, the same for every player: what the leader got in the step. */
    public static final String LEADER = "leader_payoff";

    /** A design of more entries than this is not shown to players, unless asked for. */
    private static final int SHOWN = 64;
    /** Steps between two times that the leader is asked. */
    private static final int PERIOD = 10;

    private final Seats seats;
    private final PayoffTable table;
    private final Spaces spaces;
    private final int period;

    private MatrixGame(Seats seats, PayoffTable table, Spaces spaces, int period) {
        this.seats = seats;
        this.table = table;
        this.spaces = spaces;
        this.period = period;
    }

    /** Φ is the simplex over the leader's actions. */
    public static MatrixGame committing(StackelbergGame game) {
        List<InducedGame> pure = new ArrayList<>();
        for (int l = 0; l < game.leaderActions().size(); l++) {
            pure.add(game.induce(l));
        }
        return of(new DesignSpace.Simplex(game.leaderActions()), game.followers(), pure, List.of());
    }

    /**
     * Φ is a box of levers.
     *
     * @param none the game where all levers are at 0
     * @param unit for each lever the game where it is at 1 and all others at 0; same players, types, prior and actions
     */
    public static MatrixGame levers(DesignSpace.Box space, InducedGame none, List<InducedGame> unit) {
        Require.that(
                unit.size() == space.dimension(),
                "games at one of a lever",
                unit.size(),
                "must be one for each of " + space.names(),
                "a lever was added without its game");
        StackelbergGame.of(names(unit.size() + 1), together(none, unit)); // refuses games of other players or actions
        return of(space, none.followers(), unit, List.of(none));
    }

    /** No leader: Φ has no entries. */
    public static MatrixGame of(BayesianGame game) {
        double[][] nobody =
                new double[game.typeProfiles().count()][game.profiles().count()];
        return of(DesignSpace.none(), game, List.of(), List.of(InducedGame.of(game, nobody)));
    }

    /** No leader: Φ has no entries. */
    public static MatrixGame of(NormalFormGame game) {
        return of(BayesianGame.of(game));
    }

    /**
     * The game of that name: those of {@link NamedGames}, with mixtures as designs, and {@code matrix-design-levers}, the
     * matrix design game with its payment τ in [0, 10] as a lever.
     *
     * @throws IllegalArgumentException listing the names otherwise
     */
    public static MatrixGame named(String name) {
        Supplier<MatrixGame> game = all().get(name);
        return game != null ? game.get() : committing(NamedGames.of(name));
    }

    /** All of them by name. */
    public static Map<String, Supplier<MatrixGame>> all() {
        Map<String, Supplier<MatrixGame>> games = new LinkedHashMap<>();
        NamedGames.all().forEach((name, game) -> games.put(name, () -> committing(game.get())));
        games.put(
                "matrix-design-levers",
                () -> levers(DesignSpace.box(0, 10, "tau"), MatrixDesign.paper(0), List.of(MatrixDesign.paper(1))));
        return Collections.unmodifiableMap(games);
    }

    /**
     * @param slopes for each entry of a design the payoffs that it is a weight of
     * @param base one game, which slopes are counted from; or none
     */
    private static MatrixGame of(
            DesignSpace space, BayesianGame players, List<InducedGame> slopes, List<InducedGame> base) {
        Seats seats = Tables.seats(players);
        PayoffTable table = Tables.payoffs(players, slopes, base);
        return new MatrixGame(seats, table, spaces(space, seats, space.dimension() <= SHOWN), PERIOD);
    }

    private static Spaces spaces(DesignSpace space, Seats seats, boolean shown) {
        int most = 0;
        boolean same = true;
        int kinds = 1;
        for (int i = 0; i < seats.actions().length; i++) {
            most = Math.max(most, seats.actions()[i]);
            same &= seats.actions()[i] == seats.actions()[0];
            kinds = Math.max(kinds, seats.types()[i]);
        }
        Spaces.Builder spaces = Spaces.players(seats.actions().length)
                .actions(most)
                .codes(1, 1, kinds)
                .numbers(shown ? space.names().toArray(String[]::new) : new String[0])
                .principalNumbers(LEADER)
                .design(space)
                .ledger(2)
                .measures(LEADER);
        return (same ? spaces : spaces.masked()).build();
    }

    /** The same game with the design shown to players, or not. Said nothing, one of at most 64 entries is. */
    public MatrixGame shown(boolean whether) {
        return new MatrixGame(seats, table, spaces(spaces.design(), seats, whether), period);
    }

    /**
     * The same game, whose leader is asked before the first step and every so many; every ten if not said. It is told what
     * it got in the last step and nothing of what is about to be played, so it commits.
     *
     * @param steps at least 1; 0 to ask never, so that what a round opens with stays
     */
    public MatrixGame asked(int steps) {
        Require.atLeast(steps, 0, "steps between decisions");
        return new MatrixGame(seats, table, spaces, steps);
    }

    /** A maker of worlds: what a batch is made from. */
    public Supplier<MatrixWorld> worlds() {
        return () -> new MatrixWorld(seats, table, spaces, period);
    }

    /** Shapes and names. */
    public Spaces spaces() {
        return spaces;
    }

    /** O: what the leader got, summed over the steps of a round. */
    public static Objective leading() {
        return new Objective() {
            @Override
            public String name() {
                return LEADER;
            }

            @Override
            public Set<String> measures() {
                return Set.of(LEADER);
            }

            @Override
            public double value(Design design, Account account) {
                return account.amounts(LEADER)[0];
            }
        };
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            names.add(j == 0 ? "no lever" : "lever " + (j - 1));
        }
        return names;
    }

    private static List<InducedGame> together(InducedGame none, List<InducedGame> unit) {
        List<InducedGame> all = new ArrayList<>(unit);
        all.add(0, none);
        return all;
    }
}
