package org.sed4j.envs.harvest;

import java.util.Arrays;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.Beams;

/**
 * Who shoots, who is struck, and who is away for how long. A part of a world.
 *
 * <p>All beams of a step are shot before anybody they strike is removed, so two can strike each other, and their order does
 * not matter. One struck in step t is off the map from then on and appears again in step t + away + 1.
 */
final class Zapping {
    private final boolean allowed;
    private final int cooldown;
    private final int away;
    private final float cost;
    private final float penalty;
    private final float prize;

    private final Beams beams;
    /** By player: steps until the beam is ready; stands still while away. */
    private final int[] cooling;
    /** By player: steps until it appears again; 0 if present. */
    private final int[] absent;

    private final boolean[] shot;

    Zapping(HarvestRules rules) {
        Zap zap = rules.zap();
        this.allowed = zap.allowed();
        this.cooldown = zap.cooldown();
        this.away = zap.away();
        this.cost = (float) zap.cost();
        this.penalty = (float) zap.penalty();
        this.prize = (float) zap.prize();
        int players = allowed ? rules.players() : 0;
        this.beams = new Beams(players, zap.length(), zap.radius());
        this.cooling = new int[players];
        this.absent = new int[players];
        this.shot = new boolean[players];
    }

    void reset() {
        beams.reset();
        Arrays.fill(cooling, 0);
        Arrays.fill(absent, 0);
        Arrays.fill(shot, false);
    }

    boolean allowed() {
        return allowed;
    }

    /** Whether a player's beam would be shot. */
    boolean ready(int i) {
        return allowed && absent[i] == 0 && cooling[i] == 0;
    }

    /** Melting Pot's READY_TO_SHOOT. */
    float readiness(int i) {
        if (!allowed || absent[i] > 0) {
            return 0;
        }
        return cooling[i] == 0 ? 1 : Math.max(1 - cooling[i] / (float) cooldown, 0);
    }

    /** The light of the last step goes out. */
    void darken(Commons commons) {
        for (int k = 0; k < beams.litCount(); k++) {
            int row = beams.litRow(k);
            int column = beams.litColumn(k);
            if (commons.avatars().at(row, column) == Avatars.FREE) {
                commons.paintGround(row, column);
            }
        }
        beams.clear();
    }

    /** Everybody who wants to and can shoots. */
    void shoot(int[] actions, Avatars avatars) {
        for (int i = 0; i < cooling.length; i++) {
            shot[i] = false;
            if (absent[i] > 0) {
                continue;
            }
            if (cooling[i] > 0) {
                cooling[i]--;
            } else if (actions[i] == HarvestAction.ZAP_NUMBER) {
                cooling[i] = cooldown;
                shot[i] = true;
                beams.shoot(avatars, i);
            }
        }
    }

    /** Whoever has been away long enough appears; where no cell is free, it tries again in the next step. */
    void bringBack(Commons commons, Rng rng) {
        boolean seated = false;
        for (int k = 0; k < absent.length; k++) {
            int i = commons.avatars().turnOf(k);
            if (absent[i] == 0 || --absent[i] > 0) {
                continue;
            }
            if (!seated) {
                rng.stream(Streams.RESPAWN);
                seated = true;
            }
            if (!commons.appear(i, commons.outside(), rng)) {
                absent[i] = 1;
            }
        }
    }

    /** At the end of a step: those who were struck vanish, and the beams light up. */
    void settle(Commons commons) {
        for (int i = 0; i < absent.length; i++) {
            if (beams.struck(i) > 0) {
                commons.remove(i);
                absent[i] = away + 1;
            }
        }
        for (int k = 0; k < beams.litCount(); k++) {
            int row = beams.litRow(k);
            int column = beams.litColumn(k);
            if (commons.avatars().at(row, column) == Avatars.FREE) {
                commons.sight().paint(row, column, HarvestCode.BEAM_CODE);
            }
        }
    }

    /** How many beams struck a player in the last step. */
    int struck(int i) {
        return allowed ? beams.struck(i) : 0;
    }

    /** What the last step's beams added to a player's reward, or took from it. */
    float balance(int i) {
        if (!allowed) {
            return 0;
        }
        return beams.scored(i) * prize - beams.struck(i) * penalty - (shot[i] ? cost : 0);
    }
}
