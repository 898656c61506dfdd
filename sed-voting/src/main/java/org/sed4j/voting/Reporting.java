package org.sed4j.voting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Economy;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.TypeProfile;

/**
 * Followers who live as others do, and report to a vote on a continuum as an elicitation has it: truthfully, with noise, or
 * to their advantage.
 *
 * <p>What they report is what the ring knows as reports: every witness sees it, and the rule counts it as it comes. Columns that
 * are not voted with are reported as they are. Votes of other kinds are told the truth: ballots are elicited by the vote.
 *
 * @param inner who lives
 * @param elicitation how types become reports
 * @param <E> the economies they can live in
 * @paper 002, Definition 3.2: reports need not be truthful
 */
public record Reporting<E extends Economy>(Followers<E> inner, TypeElicitation elicitation) implements Followers<E> {

    @Override
    public TypeMatrix reports(TypeMatrix truth, VotingMechanism vote, Seed seed) {
        TypeMatrix told = inner.reports(truth, vote, seed);
        if (!(vote instanceof ContinuousVote continuous)) {
            return told;
        }
        List<String> columns = continuous.columns();
        TypeProfile reports =
                elicitation.reports(TypeProfile.of(told, columns), continuous.rule(), seed.named("elicitation"));
        TypeMatrix matrix = told;
        for (int i = 0; i < told.players(); i++) {
            double[] row = told.player(i);
            for (int j = 0; j < columns.size(); j++) {
                row[told.names().indexOf(columns.get(j))] = reports.report(i, j);
            }
            matrix = matrix.withPlayer(i, row);
        }
        return matrix;
    }

    @Override
    public Outcome live(E economy, Government<E> government, int steps, Seed seed) {
        return inner.live(economy, government, steps, seed);
    }

    @Override
    public Reporting<E> copy() {
        return new Reporting<>(inner.copy(), elicitation);
    }

    @Override
    public Reporting<E> frozen() {
        return new Reporting<>(inner.frozen(), elicitation);
    }

    @Override
    public boolean learns() {
        return inner.learns();
    }

    @Override
    public Map<String, Double> figures() {
        return inner.figures();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        inner.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        inner.load(in);
    }
}
