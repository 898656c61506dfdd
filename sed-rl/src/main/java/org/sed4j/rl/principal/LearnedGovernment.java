package org.sed4j.rl.principal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.ppo.ActorCritic;

/** A policy as a government: its term of office begins when the round does. */
final class LearnedGovernment implements Government<Pomg> {
    private final Mandate mandate;
    private final ActorCritic mind;
    private final Levels levels;
    private final Terms terms;
    private final Crew crew;
    private @Nullable Term term;

    LearnedGovernment(Mandate mandate, ActorCritic mind, Levels levels, Terms terms, Crew crew) {
        this.mandate = mandate;
        this.mind = mind;
        this.levels = levels;
        this.terms = terms;
        this.crew = crew;
    }

    @Override
    public void begun(Pomg economy) {
        term(economy);
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
            running = new Term(mandate, mind, levels, terms, economy, crew);
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
