package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What a society remembers of the round before when it votes.
 *
 * @param parameters of the objective that was elected, in its family
 * @param law φ in force when the round began, the mean over worlds
 * @param outcome what followed
 * @param welfare the elected objective's value of it
 */
public record Past(List<Double> parameters, Design law, Outcome outcome, double welfare) {
    public Past {
        parameters = List.copyOf(parameters);
    }

    /** What is remembered of a round. */
    static Past of(Round round) {
        List<Double> parameters =
                Arrays.stream(round.election().parameters()).boxed().toList();
        return new Past(parameters, round.design(), round.outcome(), round.welfare());
    }

    void save(DataOutput out) throws IOException {
        Numbers.write(out, parameters.stream().mapToDouble(Double::doubleValue).toArray());
        Numbers.write(out, law.toArray());
        outcome.save(out);
        out.writeDouble(welfare);
    }

    static Past load(DataInput in) throws IOException {
        List<Double> parameters = Arrays.stream(Numbers.read(in)).boxed().toList();
        return new Past(parameters, Design.of(Numbers.read(in)), Outcome.load(in), in.readDouble());
    }
}
