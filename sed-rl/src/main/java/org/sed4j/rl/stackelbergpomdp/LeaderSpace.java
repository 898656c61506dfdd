package org.sed4j.rl.stackelbergpomdp;

import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;

/** What a leader may do at one move. */
public sealed interface LeaderSpace {

    /** The moves as designs of an economy. */
    DesignSpace designs();

    /**
     * One of finitely many choices; as a design, its number.
     *
     * @param names what the choices are called
     */
    record Choice(List<String> names) implements LeaderSpace {
        public Choice {
            names = List.copyOf(names);
            Require.atLeast(names.size(), 1, "choices of a leader");
        }

        @Override
        public DesignSpace designs() {
            return DesignSpace.box(0, names.size() - 1.0, "choice");
        }

        /** The choice that a design is: the nearest number. */
        public static int of(float[] design) {
            return Math.round(design[0]);
        }
    }

    /**
     * Real numbers within bounds.
     *
     * @param box names and finite bounds
     */
    record Numbers(DesignSpace.Box box) implements LeaderSpace {
        public Numbers {
            for (int j = 0; j < box.dimension(); j++) {
                Require.finite(box.low().get(j), "least " + box.names().get(j));
                Require.finite(box.high().get(j), "greatest " + box.names().get(j));
            }
        }

        @Override
        public DesignSpace designs() {
            return box;
        }
    }

    /**
     * A mixture over finitely many choices, to which the leader commits as a whole: none is drawn.
     *
     * @param names what the choices are called
     */
    record Mixture(List<String> names) implements LeaderSpace {
        public Mixture {
            names = List.copyOf(names);
        }

        @Override
        public DesignSpace designs() {
            return new DesignSpace.Simplex(names);
        }
    }
}
