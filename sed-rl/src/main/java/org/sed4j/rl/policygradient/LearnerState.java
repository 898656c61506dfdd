package org.sed4j.rl.policygradient;

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
        double[] policy, Moments policyMoments, double[] value, Moments valueMoments, double[] target) {}
