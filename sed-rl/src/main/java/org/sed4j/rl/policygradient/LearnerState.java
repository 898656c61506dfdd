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
 * @param target φ̄ of the value's bootstrap; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
public record LearnerState(
        double[] policy, Moments policyMoments, double[] value, Moments valueMoments, double[] target) {

    /** Writes it. */
    public void write(DataOutput out) throws IOException {
        Doubles.write(out, policy);
        policyMoments.write(out);
        Doubles.write(out, value);
        valueMoments.write(out);
        out.writeBoolean(target == value);
        if (target != value) {
            Doubles.write(out, target);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param like a state of the same networks
     */
    public static LearnerState read(DataInput in, LearnerState like) throws IOException {
        double[] policy = Doubles.read(in, like.policy.length);
        Moments policyMoments = Moments.read(in, like.policyMoments);
        double[] value = Doubles.read(in, like.value.length);
        Moments valueMoments = Moments.read(in, like.valueMoments);
        double[] target = in.readBoolean() ? value : Doubles.read(in, like.target.length);
        return new LearnerState(policy, policyMoments, value, valueMoments, target);
    }
}
