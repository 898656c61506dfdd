package org.sed4j.envs.harvest;

import java.util.List;
import org.sed4j.envs.grid.Window;
import org.sed4j.envs.tax.Brackets;

/** Settings of Harvest that were published, and ours for small machines. */
final class HarvestPresets {
    private static final int PLAYERS = 7; // paper 002, appendix A; Melting Pot's default roles

    private HarvestPresets() {}

    /** Melting Pot's commons_harvest__open (81ee2e7): nobody is taxed unless a design says so, and everybody wants apples of its own. */
    static HarvestRules open() {
        return new HarvestRules(
                HarvestMaps.OPEN,
                PLAYERS,
                Regrowth.OPEN,
                Window.MELTING_POT,
                1,
                Moves.RELATIVE,
                Collisions.IN_TURN,
                Zap.OPEN,
                Ending.MELTING_POT,
                Taxation.PAPER,
                Preferences.OWN,
                SocialReward.SUM,
                List.of(Sense.READY),
                1,
                10);
    }

    /** Melting Pot's commons_harvest__closed. */
    static HarvestRules closed() {
        return open().toBuilder()
                .map(HarvestMaps.CLOSED)
                .regrowth(Regrowth.CLOSED)
                .zap(Zap.CLOSED)
                .build();
    }

    /** Melting Pot's commons_harvest__partnership. */
    static HarvestRules partnership() {
        return closed().toBuilder().map(HarvestMaps.PARTNERSHIP).build();
    }

    /**
     * Paper 002, section 4 and appendix A: 7 players, 64 apples, episodes of 1000 steps, tax periods of 50, three brackets,
     * social reward over visible players. No beam, as in its published code (the text names none); players see who they
     * are and, since only rewards depend on the design, no rates.
     */
    static HarvestRules paper() {
        return open().toBuilder()
                .zap(Zap.OFF)
                .preferences(Preferences.MIXED)
                .ending(Ending.after(1000))
                .senses(Sense.IDENTITY)
                .build();
    }

    /**
     * The published code of paper 002 (d9ef0c3) as far as it is the economy's: no social reward, integer brackets, rates
     * from the first step on, and episodes that begin anew every 200 steps (its sampling horizon ends them).
     */
    static HarvestRules code() {
        return paper().toBuilder()
                .social(SocialReward.OFF)
                .taxation(Taxation.CODE)
                .ending(Ending.after(200))
                .build();
    }

    /**
     * The paper's rules at a size that learns in minutes: 4 players, 39 apples, episodes of 250 steps with tax periods of
     * 25 and brackets of half the width, a view of 7 x 7, and players who also see total, phase and rates.
     */
    static HarvestRules laptop() {
        return paper().toBuilder()
                .map(HarvestMaps.SMALL)
                .players(4)
                .window(new Window(5, 1, 3, 3))
                .ending(Ending.after(250))
                .taxation(new Taxation(Brackets.continuous(0, 5, 10, 10000), 25, false))
                .senses(Sense.IDENTITY, Sense.TOTAL, Sense.PHASE, Sense.RATES)
                .totalsUnit(5)
                .build();
    }
}
