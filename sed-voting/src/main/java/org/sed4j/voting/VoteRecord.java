package org.sed4j.voting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;

/** An election with its figures and its account, as every mechanism of this module returns it. Immutable. */
sealed class VoteRecord implements Election permits BallotElection {
    private final Objective objective;
    private final double[] parameters;
    private final Map<String, Double> figures;
    private final List<String> account;

    VoteRecord(ObjectiveFamily family, double[] parameters, Map<String, Double> figures, List<String> account) {
        this(family.at(parameters), parameters, figures, account);
    }

    VoteRecord(Objective objective, double[] parameters, Map<String, Double> figures, List<String> account) {
        this.objective = objective;
        this.parameters = parameters.clone();
        this.figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        this.account = List.copyOf(account);
    }

    @Override
    public final Objective objective() {
        return objective;
    }

    @Override
    public final double[] parameters() {
        return parameters.clone();
    }

    @Override
    public final Map<String, Double> figures() {
        return figures;
    }

    @Override
    public final List<String> account() {
        return account;
    }
}
