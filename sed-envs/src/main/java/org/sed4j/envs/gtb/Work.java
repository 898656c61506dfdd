package org.sed4j.envs.gtb;

import org.sed4j.core.run.Rng;

/** What players do with their hands: they build, walk and gather, one after the other. A part of a world, without state. */
final class Work {
    private final int players;
    private final int firstMove;
    private final boolean random;
    private final double buildLabor;
    private final double moveLabor;
    private final double collectLabor;

    Work(GtbRules rules, GtbAction table) {
        this.players = rules.players();
        this.firstMove = table.firstMove();
        this.random = rules.turns() == Turns.RANDOM;
        this.buildLabor = rules.building().labor();
        this.moveLabor = rules.gathering().moveLabor();
        this.collectLabor = rules.gathering().collectLabor();
    }

    /** Whoever wants to and can builds a house. */
    void build(int[] actions, GatherTradeBuild world, Rng rng) {
        boolean any = false;
        for (int i = 0; i < players; i++) {
            any |= actions[i] == GtbAction.BUILD && canBuild(i, world);
        }
        if (!any) {
            return; // in most steps nobody can
        }
        order(Streams.BUILD_ORDER, world.country(), rng);
        for (int k = 0; k < players; k++) {
            int i = turn(k, world.country());
            if (actions[i] == GtbAction.BUILD && canBuild(i, world)) {
                Holdings holdings = world.holdings();
                world.country().build(i);
                holdings.gain(i, Holdings.STONE, -1);
                holdings.gain(i, Holdings.WOOD, -1);
                holdings.earn(i, world.talents().payment(i));
                holdings.toil(i, buildLabor);
                world.counts().add(i, Counts.HOUSES, 1);
            }
        }
    }

    /** Whether a player has what a house takes and stands where one may stand. */
    boolean canBuild(int i, GatherTradeBuild world) {
        Holdings holdings = world.holdings();
        return holdings.good(i, Holdings.STONE) > 0
                && holdings.good(i, Holdings.WOOD) > 0
                && world.country().canBuild(i);
    }

    /** Whoever wants to and can moves; everybody gathers where it stands. */
    void walk(int[] actions, GatherTradeBuild world, Rng rng) {
        order(Streams.WALK_ORDER, world.country(), rng);
        rng.stream(Streams.BONUS);
        for (int k = 0; k < players; k++) {
            int i = turn(k, world.country());
            int move = actions[i] - firstMove;
            if (move >= 0 && world.country().move(i, GtbAction.heading(move))) {
                world.holdings().toil(i, moveLabor);
                world.counts().add(i, Counts.MOVES, 1);
            }
            gather(i, Holdings.WOOD, world, rng);
            gather(i, Holdings.STONE, world, rng);
        }
    }

    private void gather(int i, int good, GatherTradeBuild world, Rng rng) {
        if (world.country().take(i, good)) {
            double bonus = world.talents().bonus(i);
            int units = bonus > 0 && rng.chance(bonus) ? 2 : 1;
            world.holdings().gain(i, good, units);
            world.holdings().toil(i, collectLabor);
            world.counts().add(i, Counts.GATHERED + good, units);
        }
    }

    private void order(int stream, Country country, Rng rng) {
        if (random) {
            rng.stream(stream);
            country.avatars().drawOrder(rng);
        }
    }

    private int turn(int k, Country country) {
        return random ? country.avatars().turnOf(k) : k;
    }
}
