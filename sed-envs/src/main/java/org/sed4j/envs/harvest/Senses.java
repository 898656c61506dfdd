package org.sed4j.envs.harvest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.pomg.Spaces;

/** The numbers that players and the principal see, and all shapes and names of the economy. A part of a world. */
final class Senses {
    static final int MEASURES = 5;

    private final int players;
    private final int brackets;
    private final float unit;
    private final boolean identity;
    private final boolean total;
    private final boolean phase;
    private final boolean rates;
    private final boolean type;
    private final boolean ready;

    Senses(HarvestRules rules) {
        this.players = rules.players();
        this.brackets = rules.taxation().brackets().count();
        this.unit = (float) rules.totalsUnit();
        this.identity = rules.senses().contains(Sense.IDENTITY);
        this.total = rules.senses().contains(Sense.TOTAL);
        this.phase = rules.senses().contains(Sense.PHASE);
        this.rates = rules.senses().contains(Sense.RATES);
        this.type = rules.senses().contains(Sense.TYPE);
        this.ready = rules.senses().contains(Sense.READY);
    }

    static Spaces spaces(HarvestRules rules) {
        int players = rules.players();
        Spaces.Builder spaces = Spaces.players(players)
                .actions(rules.actions())
                .codes(rules.frames() * rules.window().height(), rules.window().width(), HarvestCode.KINDS)
                .numbers(names(rules).toArray(new String[0]))
                .principalCodes(rules.map().rows(), rules.map().columns(), HarvestCode.KINDS)
                .principalNumbers(principalNames(rules).toArray(new String[0]))
                .design(rules.taxation().brackets().rates())
                .ledger(Purse.ENTRIES * players)
                .measures("apples", "income", "tax", "transfer", "zapped")
                .gauges("apples_left");
        if (rules.preferences() == Preferences.MIXED) {
            spaces.types(HarvestTypes.SIGMA, HarvestTypes.BETA);
        }
        return rules.zap().allowed() ? spaces.masked().build() : spaces.build();
    }

    private static List<String> names(HarvestRules rules) {
        List<String> names = new ArrayList<>();
        for (Sense sense : rules.senses()) {
            switch (sense) {
                case IDENTITY -> numbered(names, "is", rules.players());
                case TOTAL -> names.add("total");
                case PHASE -> names.add("phase");
                case RATES ->
                    numbered(names, "rate", rules.taxation().brackets().count());
                case TYPE -> names.addAll(List.of(HarvestTypes.SIGMA, HarvestTypes.BETA));
                case READY -> names.add("ready");
            }
        }
        return names;
    }

    private static List<String> principalNames(HarvestRules rules) {
        List<String> names = new ArrayList<>();
        numbered(names, "income", rules.players());
        names.add("phase");
        numbered(names, "rate", rules.taxation().brackets().count());
        return names;
    }

    private static void numbered(List<String> names, String stem, int count) {
        for (int j = 0; j < count; j++) {
            names.add(stem + "_" + j);
        }
    }

    /** What a player sees as numbers, in the order of {@link Sense}. */
    void write(int player, float[] design, Purse purse, Clock clock, Zapping zapping, float[] out) {
        int at = 0;
        if (identity) {
            Arrays.fill(out, 0, players, 0);
            out[player] = 1;
            at = players;
        }
        if (total) {
            out[at++] = purse.total(player) / unit;
        }
        if (phase) {
            out[at++] = clock.passed();
        }
        if (rates) {
            System.arraycopy(design, 0, out, at, brackets);
            at += brackets;
        }
        if (type) {
            out[at++] = purse.sigma(player);
            out[at++] = purse.beta(player);
        }
        if (ready) {
            out[at] = zapping.readiness(player);
        }
    }

    /** What the principal sees as numbers: incomes of the period in units, the phase, the rates in force. */
    void writePrincipal(float[] design, Purse purse, Clock clock, float[] out) {
        for (int i = 0; i < players; i++) {
            out[i] = purse.income(i) / unit;
        }
        out[players] = clock.passed();
        System.arraycopy(design, 0, out, players + 1, brackets);
    }
}
