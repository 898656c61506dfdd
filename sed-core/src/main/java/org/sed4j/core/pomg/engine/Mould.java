package org.sed4j.core.pomg.engine;

import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.sed4j.core.backend.Search;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Translations;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.state.Layout;
import org.sed4j.core.pomg.state.State;
import org.sed4j.core.pomg.state.Walk;
import org.sed4j.core.translator.NotPortable;

/** What all worlds of a batch have in common, and the maker of further ones. */
final class Mould {
    private final Supplier<? extends World> maker;
    private final World first;
    private final Spaces spaces;
    private final Layout layout;
    private final Walk pattern;
    private boolean firstTaken;

    Mould(Supplier<? extends World> maker) {
        this.maker = maker;
        this.first = maker.get();
        this.pattern = Walk.of(first);
        this.spaces = first.spaces();
        this.layout = pattern.state().layout();
        int ledger = first instanceof Settlement settlement ? settlement.ledger().length : 0;
        Require.that(
                ledger == spaces.ledger(),
                "ledger of the spaces of " + name(),
                spaces.ledger(),
                "must be the length of Settlement.ledger(), " + ledger,
                first instanceof Settlement ? "Spaces.ledger(length) was forgotten" : "the world is no Settlement");
    }

    Spaces spaces() {
        return spaces;
    }

    Layout layout() {
        return layout;
    }

    /** The World translated, or why it is not portable. */
    Search<Program> program() {
        try {
            return Search.found(Program.of(name(), Translations.of(first)));
        } catch (NotPortable reason) {
            String[] lines = String.valueOf(reason.getMessage()).split("\\.\nMaybe |\\.$");
            return Search.missing(
                    name() + " is not portable: " + lines[0],
                    lines.length > 1 ? lines[1] : "the backend jvm runs it as it is");
        }
    }

    /** Names, types and lengths of all that a record holds. */
    String schema() {
        return "world " + name() + "\nlong key\nlong tick\nfloat["
                + spaces.design().dimension() + "] design\nfloat[" + spaces.players() + "] rewards\n"
                + layout.described();
    }

    /** Length of a record in bytes. */
    int recordBytes() {
        return 2 * Long.BYTES + Float.BYTES * (spaces.design().dimension() + spaces.players()) + layout.bytes();
    }

    /**
     * New worlds, alike in everything but what they will live through.
     *
     * @throws IllegalArgumentException if the maker's worlds differ, or share state
     */
    Roster roster(int batch) {
        World[] worlds = new World[batch];
        State[] states = new State[batch];
        IdentityHashMap<Object, Integer> owners = new IdentityHashMap<>();
        for (int b = 0; b < batch; b++) {
            World world = firstTaken ? maker.get() : first;
            firstTaken = true;
            State state = alike(world, b);
            for (int i = 0; i < state.holders().length; i++) {
                Integer other = owners.putIfAbsent(state.holders()[i], b);
                if (other != null && other != b && layout.pieces().get(i).length() != 0) {
                    throw new IllegalArgumentException("World " + other + " and world " + b + " share the state "
                            + name() + "." + layout.pieces().get(i).path()
                            + ".\nMaybe the maker should make it anew for each world, or a record should hold it if it"
                            + " is a table.");
                }
            }
            worlds[b] = world;
            states[b] = state;
        }
        return new Roster(worlds, states, spaces);
    }

    private State alike(World world, int b) {
        Walk walk = Walk.of(world);
        State state = walk.state();
        String difference = world.getClass() == first.getClass()
                ? pattern.difference(walk)
                : "the class (" + name() + ", " + world.getClass().getSimpleName() + ")";
        if (!difference.isEmpty()) {
            throw differs(b, difference);
        }
        if (!layout.agrees(state.layout())) {
            throw differs(
                    b,
                    "the lengths of arrays:\n" + layout.described() + "against\n"
                            + state.layout().described());
        }
        if (!spaces.equals(world.spaces())) {
            throw differs(b, "spaces() (" + spaces + ", " + world.spaces() + ")");
        }
        return state.under(layout);
    }

    private IllegalArgumentException differs(int b, String difference) {
        return new IllegalArgumentException(
                "Worlds 0 and " + b + " of a batch of " + name() + " differ in " + difference
                        + ": configuration is common to a batch.\nMaybe a number that differs between worlds should be state,"
                        + " drawn in reset.");
    }

    private String name() {
        return first.getClass().getSimpleName();
    }
}
