package org.sed4j.envs.harvest;

import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.Window;

/**
 * Who sees whom, and what the apples of others are worth to onlookers. A part of a world.
 *
 * <p>j is in view of i if it stands in the rectangle that i observes after the step; this need not hold both ways. One who
 * is away sees nobody and is seen by nobody.
 */
final class Society {
    private final Window window;
    private final SocialReward social;
    private final int players;
    private final int reach;
    private final Avatars avatars;

    Society(HarvestRules rules, Avatars avatars) {
        this.window = rules.window();
        this.social = rules.social();
        this.players = rules.players();
        this.reach = window.reach();
        this.avatars = avatars;
    }

    /** Adds to everybody's social reward what the others in view ate in this step. */
    void share(Commons commons, Purse purse, float appleReward) {
        if (social == SocialReward.OFF) {
            return;
        }
        boolean any = false;
        for (int j = 0; j < players; j++) {
            if (commons.eaten(j) > 0 && avatars.present(j)) {
                any = true;
                shareOne(j, commons.eaten(j) * appleReward, purse);
            }
        }
        if (any && social == SocialReward.MEAN) {
            for (int i = 0; i < players; i++) {
                if (purse.shared(i) > 0) {
                    purse.setShared(i, purse.shared(i) / seenBy(i));
                }
            }
        }
    }

    private void shareOne(int j, float amount, Purse purse) {
        int side = 2 * reach + 1;
        if (players <= side * side) {
            for (int i = 0; i < players; i++) {
                if (sees(i, j)) {
                    purse.share(i, amount);
                }
            }
            return;
        }
        // Many players: look around j for onlookers instead of asking everybody.
        for (int r = avatars.row(j) - reach; r <= avatars.row(j) + reach; r++) {
            for (int c = avatars.column(j) - reach; c <= avatars.column(j) + reach; c++) {
                int who = avatars.at(r, c);
                if (who > 0 && sees(who - 1, j)) {
                    purse.share(who - 1, amount);
                }
            }
        }
    }

    /** How many others a player sees. */
    int seenBy(int i) {
        int count = 0;
        for (int j = 0; j < players; j++) {
            count += sees(i, j) ? 1 : 0;
        }
        return count;
    }

    /** Whether player i sees player j. */
    boolean sees(int i, int j) {
        return i != j
                && avatars.present(i)
                && avatars.present(j)
                && window.sees(
                        avatars.heading(i), avatars.row(j) - avatars.row(i), avatars.column(j) - avatars.column(i));
    }
}
