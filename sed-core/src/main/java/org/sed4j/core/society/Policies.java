package org.sed4j.core.society;

import java.util.Optional;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;

/**
 * A vote on the law itself: what is elected is how far every entry of the design is to stand between its bounds, and a principal
 * that does what it is told enacts it.
 */
public final class Policies {
    private Policies() {}

    /**
     * The designs of a box as a family with one parameter in [0, 1], "policy": the objective is to be near the one elected.
     *
     * @throws IllegalArgumentException if the space is no box with finite bounds
     */
    public static ObjectiveFamily family(DesignSpace space) {
        String objection = objection(space);
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException("design space (" + space.names() + ") must be voted on entry by entry: "
                    + objection + "\nMaybe a vote on an objective was meant.");
        }
        DesignSpace.Box box = (DesignSpace.Box) space;
        return ObjectiveFamily.continuum(share -> new Near(box, share[0]), "policy");
    }

    /** A principal that enacts what was elected of {@link #family}. */
    public static PrincipalPart enacting() {
        return new PrincipalPart() {
            @Override
            public String name() {
                return "elected";
            }

            @Override
            public Optional<String> objection(Setting setting) {
                if (setting.game().objectives().parameters().size() != 1) {
                    return Optional.of("it enacts the one parameter that is elected, and there are "
                            + setting.game().objectives().parameters() + ".");
                }
                return Optional.of(Policies.objection(setting.spaces().design()))
                        .filter(why -> !why.isEmpty());
            }

            @Override
            public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
                return new Enacting((DesignSpace.Box) setting.spaces().design());
            }
        };
    }

    private static String objection(DesignSpace space) {
        if (!(space instanceof DesignSpace.Box box) || box.dimension() == 0) {
            return "it is no box of at least one entry.";
        }
        for (int j = 0; j < box.dimension(); j++) {
            if (!Double.isFinite(box.high().get(j) - box.low().get(j))) {
                return box.names().get(j) + " has no finite bounds.";
            }
        }
        return "";
    }

    /** The design at a share of the way from the low bounds to the high ones. */
    static Design at(DesignSpace.Box box, double share) {
        double[] values = new double[box.dimension()];
        for (int j = 0; j < values.length; j++) {
            values[j] =
                    box.low().get(j) + share * (box.high().get(j) - box.low().get(j));
        }
        return Design.of(values);
    }

    private record Near(DesignSpace.Box box, double share) implements Objective {
        @Override
        public String name() {
            return "policy(" + share + ")";
        }

        @Override
        public double value(Design design, Account account) {
            double off = 0;
            for (int j = 0; j < box.dimension(); j++) {
                double range = box.high().get(j) - box.low().get(j);
                off += range > 0 ? Math.abs((design.get(j) - box.low().get(j)) / range - share) : 0;
            }
            return -off / box.dimension();
        }
    }

    private record Enacting(DesignSpace.Box box) implements Principal<Pomg> {
        @Override
        public Government<Pomg> govern(Mandate mandate) {
            Design wanted = at(box, mandate.election().parameters()[0]);
            return Government.fixed(mandate.feasible().pull(wanted));
        }

        @Override
        public Principal<Pomg> frozen() {
            return this;
        }
    }
}
