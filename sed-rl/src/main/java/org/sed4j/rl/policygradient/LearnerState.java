package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Everything of a learner that an update changes. A carrier; its arrays are never written after it was made.
 *
 * @param policy θ
 * @param policyMoments what the policy's step rule remembers
 * @param value φ of the value function; empty without one
 * @param valueMoments what the value's step rule remembers
 * @param target φ̄ of the value's bootstrap; empty without one, the same array as φ where there is none apart
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
public record LearnerState(
        double[] policy, Moments policyMoments, double[] value, Moments valueMoments, double[] target) {

    /** Writes it. */
    public void save(DataOutput out) throws IOException {
        Doubles.write(policy, out);
        policyMoments.save(out);
        Doubles.write(value, out);
        valueMoments.save(out);
        out.writeBoolean(target == value);
        if (target != value) {
            Doubles.write(target, out);
        }
    }

    /** Reads what {@link #save} wrote. */
    public static LearnerState load(DataInput in) throws IOException {
        double[] policy = Doubles.read(in);
        Moments policyMoments = Moments.load(in);
        double[] value = Doubles.read(in);
        Moments valueMoments = Moments.load(in);
        double[] target = in.readBoolean() ? value : Doubles.read(in);
        return new LearnerState(policy, policyMoments, value, valueMoments, target);
    }
}
