package org.sed4j.envs.harvest;

import java.util.List;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Window;
import org.sed4j.envs.tax.Brackets;

/** Changes some of the rules of Harvest and keeps the rest; {@link #build} checks them together. */
public final class HarvestRulesBuilder {
    private GridMap map;
    private int players;
    private Regrowth regrowth;
    private Window window;
    private int frames;
    private Moves moves;
    private Collisions collisions;
    private Zap zap;
    private Ending ending;
    private Taxation taxation;
    private Preferences preferences;
    private SocialReward social;
    private List<Sense> senses;
    private double appleReward;
    private double totalsUnit;

    HarvestRulesBuilder(HarvestRules rules) {
        this.map = rules.map();
        this.players = rules.players();
        this.regrowth = rules.regrowth();
        this.window = rules.window();
        this.frames = rules.frames();
        this.moves = rules.moves();
        this.collisions = rules.collisions();
        this.zap = rules.zap();
        this.ending = rules.ending();
        this.taxation = rules.taxation();
        this.preferences = rules.preferences();
        this.social = rules.social();
        this.senses = rules.senses();
        this.appleReward = rules.appleReward();
        this.totalsUnit = rules.totalsUnit();
    }

    /** Where what stands. */
    public HarvestRulesBuilder map(GridMap value) {
        this.map = value;
        return this;
    }

    /** The map laid side by side with itself: room for many. */
    public HarvestRulesBuilder tiles(int down, int across) {
        this.map = map.tiled(down, across);
        return this;
    }

    /** n. */
    public HarvestRulesBuilder players(int value) {
        this.players = value;
        return this;
    }

    /** How apples grow back. */
    public HarvestRulesBuilder regrowth(Regrowth value) {
        this.regrowth = value;
        return this;
    }

    /** What a player sees. */
    public HarvestRulesBuilder window(Window value) {
        this.window = value;
        return this;
    }

    /** How many steps a player sees at once. */
    public HarvestRulesBuilder frames(int value) {
        this.frames = value;
        return this;
    }

    /** What steps are relative to. */
    public HarvestRulesBuilder moves(Moves value) {
        this.moves = value;
        return this;
    }

    /** Who gets a contested cell. */
    public HarvestRulesBuilder collisions(Collisions value) {
        this.collisions = value;
        return this;
    }

    /** The beam. */
    public HarvestRulesBuilder zap(Zap value) {
        this.zap = value;
        return this;
    }

    /** When an episode is cut off. */
    public HarvestRulesBuilder ending(Ending value) {
        this.ending = value;
        return this;
    }

    /** Brackets and periods. */
    public HarvestRulesBuilder taxation(Taxation value) {
        this.taxation = value;
        return this;
    }

    /** The brackets only. */
    public HarvestRulesBuilder brackets(Brackets value) {
        return taxation(new Taxation(value, taxation.period(), taxation.opensWithDecision()));
    }

    /** The tax period only, in steps. */
    public HarvestRulesBuilder period(int steps) {
        return taxation(new Taxation(taxation.brackets(), steps, taxation.opensWithDecision()));
    }

    /** Whether players live by their types. */
    public HarvestRulesBuilder preferences(Preferences value) {
        this.preferences = value;
        return this;
    }

    /** What the apples of visible others are worth. */
    public HarvestRulesBuilder social(SocialReward value) {
        this.social = value;
        return this;
    }

    /** The numbers that players see; their order does not matter. */
    public HarvestRulesBuilder senses(Sense... values) {
        this.senses = List.of(values);
        return this;
    }

    /** Reward for an apple. */
    public HarvestRulesBuilder appleReward(double value) {
        this.appleReward = value;
        return this;
    }

    /** What shown totals are divided by. */
    public HarvestRulesBuilder totalsUnit(double value) {
        this.totalsUnit = value;
        return this;
    }

    /**
     * The rules.
     *
     * @throws IllegalArgumentException naming what cannot be, and why
     */
    public HarvestRules build() {
        return new HarvestRules(
                map,
                players,
                regrowth,
                window,
                frames,
                moves,
                collisions,
                zap,
                ending,
                taxation,
                preferences,
                social,
                senses,
                appleReward,
                totalsUnit);
    }
}
