package org.sed4j.envs.gtb;

import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.tax.Brackets;

/** Changes some of the rules of Gather-Trade-Build and keeps the rest; {@link #build} checks them together. */
public final class GtbRulesBuilder {
    private Land land;
    private int players;
    private Placing placing;
    private int episode;
    private double startCoin;
    private Building building;
    private Trading trading;
    private Gathering gathering;
    private Brackets brackets;
    private int period;
    private boolean evens;
    private Preferences preferences;
    private Seeing seeing;
    private Turns turns;
    private PlannerObjective objective;

    GtbRulesBuilder(GtbRules rules) {
        this.land = rules.land();
        this.players = rules.players();
        this.placing = rules.placing();
        this.episode = rules.episode();
        this.startCoin = rules.startCoin();
        this.building = rules.building();
        this.trading = rules.trading();
        this.gathering = rules.gathering();
        this.brackets = rules.brackets();
        this.period = rules.period();
        this.evens = rules.evens();
        this.preferences = rules.preferences();
        this.seeing = rules.seeing();
        this.turns = rules.turns();
        this.objective = rules.objective();
    }

    /** Where what is. */
    public GtbRulesBuilder land(Land value) {
        this.land = value;
        return this;
    }

    /** A map that stays the same; how things grow back stays as it was. */
    public GtbRulesBuilder map(GridMap value) {
        return land(new Land.Drawn(value, land.wood(), land.stone()));
    }

    /** How both resources grow back; where they are stays as it was. */
    public GtbRulesBuilder growth(Growth value) {
        if (land instanceof Scattered s) {
            return land(new Scattered(
                    s.rows(),
                    s.columns(),
                    s.woodCover(),
                    s.stoneCover(),
                    s.woodClumps(),
                    s.stoneClumps(),
                    s.steepness(),
                    value,
                    value));
        }
        return land(new Land.Drawn(land.map(), value, value));
    }

    /** n. */
    public GtbRulesBuilder players(int value) {
        this.players = value;
        return this;
    }

    /** Where players begin. */
    public GtbRulesBuilder placing(Placing value) {
        this.placing = value;
        return this;
    }

    /** Steps of an episode. */
    public GtbRulesBuilder episode(int steps) {
        this.episode = steps;
        return this;
    }

    /** Coin to begin with. */
    public GtbRulesBuilder startCoin(double value) {
        this.startCoin = value;
        return this;
    }

    /** Houses. */
    public GtbRulesBuilder building(Building value) {
        this.building = value;
        return this;
    }

    /** The order books. */
    public GtbRulesBuilder trading(Trading value) {
        this.trading = value;
        return this;
    }

    /** Walking and gathering. */
    public GtbRulesBuilder gathering(Gathering value) {
        this.gathering = value;
        return this;
    }

    /** Tax brackets. */
    public GtbRulesBuilder brackets(Brackets value) {
        this.brackets = value;
        return this;
    }

    /** Steps of a tax period. */
    public GtbRulesBuilder period(int steps) {
        this.period = steps;
        return this;
    }

    /** Whether coin is evened out after every step. */
    public GtbRulesBuilder evens(boolean value) {
        this.evens = value;
        return this;
    }

    /** What players want. */
    public GtbRulesBuilder preferences(Preferences value) {
        this.preferences = value;
        return this;
    }

    /** What is seen of the map. */
    public GtbRulesBuilder seeing(Seeing value) {
        this.seeing = value;
        return this;
    }

    /** Who comes first. */
    public GtbRulesBuilder turns(Turns value) {
        this.turns = value;
        return this;
    }

    /** What the gauge "objective" reads. */
    public GtbRulesBuilder objective(PlannerObjective value) {
        this.objective = value;
        return this;
    }

    /**
     * The rules.
     *
     * @throws IllegalArgumentException naming what cannot be, and why
     */
    public GtbRules build() {
        return new GtbRules(
                land,
                players,
                placing,
                episode,
                startCoin,
                building,
                trading,
                gathering,
                brackets,
                period,
                evens,
                preferences,
                seeing,
                turns,
                objective);
    }
}
