package org.sed4j.rl.rollout;

/**
 * Generalised advantage estimates and value targets of a rollout.
 *
 * <p>δ_t = r_t + γ V_{t+1} - V_t and A_t = δ_t + γλ A_{t+1}, backwards in each lane. Past a terminated transition the value
 * is 0 and the trace is cut; past a truncated one the value is that of the observation it was cut off at, and the trace is
 * cut. Targets are A_t + V_t.
 *
 * <p>Source: Schulman, Moritz, Levine, Jordan and Abbeel (2016), "High-dimensional continuous control using generalized
 * advantage estimation", ICLR. O(size) time.
 */
public final class Advantages {
    private float[][] advantage;
    private float[][] target;

    private Advantages(int slots, int lanes) {
        this.advantage = new float[slots][lanes];
        this.target = new float[slots][lanes];
    }

    /** Estimates of rollouts of any shape: room is made as they come. */
    public Advantages() {
        this(0, 0);
    }

    /** Room for the estimates of rollouts of that shape. */
    public static Advantages of(Rollout shape) {
        return new Advantages(shape.slots(), shape.lanes());
    }

    /**
     * Estimates, overwriting the last ones.
     *
     * @param discount γ in [0, 1]
     * @param traceDecay λ in [0, 1]
     * @param lastValue [L], the value of what each lane saw last; not read where a lane's last transition ended
     */
    public void estimate(Rollout rollout, double discount, double traceDecay, float[] lastValue) {
        if (advantage.length < rollout.slots() || advantage[0].length < rollout.lanes()) {
            advantage = new float[rollout.slots()][rollout.lanes()];
            target = new float[rollout.slots()][rollout.lanes()];
        }
        for (int lane = 0; lane < rollout.lanes(); lane++) {
            double trace = 0;
            double next = lastValue[lane];
            for (int slot = rollout.length(lane) - 1; slot >= 0; slot--) {
                byte ending = rollout.ending(slot)[lane];
                if (ending != Rollout.GOES_ON) {
                    next = ending == Rollout.TERMINATED ? 0 : rollout.cutValue(slot)[lane];
                    trace = 0;
                }
                double value = rollout.value(slot)[lane];
                double surprise = rollout.reward(slot)[lane] + discount * next - value;
                trace = surprise + discount * traceDecay * trace;
                advantage[slot][lane] = (float) trace;
                target[slot][lane] = (float) (trace + value);
                next = value;
            }
        }
    }

    /** A_t. */
    public float advantage(int slot, int lane) {
        return advantage[slot][lane];
    }

    /** A_t + V_t, what the value should have been. */
    public float target(int slot, int lane) {
        return target[slot][lane];
    }
}
