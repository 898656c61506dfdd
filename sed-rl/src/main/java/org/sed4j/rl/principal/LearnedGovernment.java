package org.sed4j.rl.principal;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;

/** A policy as a government: its term of office begins when the round does. */
final class LearnedGovernment implements Government<Pomg> {
    private final Function<Pomg, Term> office;
    private @Nullable Term term;

    LearnedGovernment(Function<Pomg, Term> office) {
        this.office = office;
    }

    @Override
    public void begun(Pomg economy) {
        term(economy).open(economy);
    }

    @Override
    public void decide(Pomg economy) {
        term(economy).decide(economy);
    }

    @Override
    public void stepped(Pomg economy) {
        term(economy).stepped(economy);
    }

    private Term term(Pomg economy) {
        Term running = term;
        if (running == null) {
            running = office.apply(economy);
            term = running;
        }
        return running;
    }

    /** The term of office, closed; empty if it never began. */
    Optional<Term> closed() {
        Optional<Term> past = Optional.ofNullable(term);
        past.ifPresent(Term::close);
        return past;
    }
}
