package org.sed4j.core.game;

import java.util.List;

/**
 * Somebody who looks on while a design game is played: a report, a film, a log, a tracker, a user's callback. It changes
 * nothing, and no result depends on whether it is there.
 *
 * @param <E> the economies it can watch
 */
public interface Witness<E extends Economy> {

    /** A vote was held. */
    default void voted(Vote vote, Election election) {}

    /** A round begins, with this law in force. */
    default void begun(Mandate mandate, E economy) {}

    /** A step was taken: its rewards are published, and ended worlds are not reset yet. */
    default void stepped(E economy) {}

    /** A round has ended. */
    default void ended(Round round) {}

    /** Nobody looks on. */
    static <E extends Economy> Witness<E> none() {
        return new Witness<>() {};
    }

    /** Several, told in order. */
    static <E extends Economy> Witness<E> all(List<? extends Witness<? super E>> witnesses) {
        List<Witness<? super E>> each = List.copyOf(witnesses);
        return new Witness<>() {
            @Override
            public void voted(Vote vote, Election election) {
                each.forEach(witness -> witness.voted(vote, election));
            }

            @Override
            public void begun(Mandate mandate, E economy) {
                each.forEach(witness -> witness.begun(mandate, economy));
            }

            @Override
            public void stepped(E economy) {
                each.forEach(witness -> witness.stepped(economy));
            }

            @Override
            public void ended(Round round) {
                each.forEach(witness -> witness.ended(round));
            }
        };
    }
}
