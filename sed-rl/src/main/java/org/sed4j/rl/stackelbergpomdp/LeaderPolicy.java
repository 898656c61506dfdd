package org.sed4j.rl.stackelbergpomdp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.ppo.ActionFamily;
import org.sed4j.rl.ppo.CentralCritic;

/**
 * A leader's policy as it acts: a sampled deterministic policy for each episode.
 *
 * <p>What it does is a function of (seed, episode, observation): the draw's noise is a hash of the three, so that in one
 * episode the same observation meets the same action, and plays may be asked for in any order or all at once. Networks are
 * asked about each observation by itself, once; scores are remembered until {@link #forget}, which the learner calls when it
 * changes the policy.
 *
 * @paper 003, section 5 (observation-action map)
 */
public final class LeaderPolicy {
    private static final int MOST_REMEMBERED = 1 << 14;

    private final CentralCritic mind;
    private final LeaderHead head;
    private final ActionFamily family;
    private final Map<Sight, float[]> remembered = new HashMap<>();
    private final Sight asked;
    private final float[] scores;
    private final Rng rng = new Rng();

    /** What the leader sees, as a key: equal by value, -0 being 0. */
    private static final class Sight {
        private final float[] numbers;

        Sight(float[] numbers) {
            this.numbers = numbers;
        }

        void look(float[] from, int at) {
            for (int j = 0; j < numbers.length; j++) {
                numbers[j] = from[at + j] + 0.0f; // makes 0 of -0
            }
        }

        long hash() {
            long hash = numbers.length;
            for (float number : numbers) {
                hash = Rng.mix(hash + Float.floatToIntBits(number));
            }
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sight that && Arrays.equals(numbers, that.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /** The policy of that mind, whose actor sees the first numbers of what the critic sees. */
    public LeaderPolicy(CentralCritic mind, LeaderHead head) {
        this.mind = mind;
        this.head = head;
        this.family = mind.family();
        this.asked = new Sight(new float[mind.actor().inputs().numbers()]);
        this.scores = new float[family.scores()];
    }

    /** How actions become moves. */
    public LeaderHead head() {
        return head;
    }

    /** Forgets scores: the policy has changed. */
    public void forget() {
        remembered.clear();
    }

    /**
     * Draws what the leader does in an episode where it sees this.
     *
     * @param numbers what it sees, from {@code at}
     * @param explores probability of any action at all in place of the policy's; its log-probability is still the policy's
     * @param actions where the action goes
     * @return the action's log-probability
     */
    public float draw(float[] numbers, int at, Seed seed, long episode, double explores, int[] actions, int actionAt) {
        asked.look(numbers, at);
        float[] z = scores();
        rng.seat(seed.at(episode).key(), asked.hash());
        if (explores > 0 && rng.uniform() < explores) {
            head.anything(rng, actions, actionAt);
            return family.logProbability(z, 0, actions, actionAt);
        }
        rng.stream(1);
        return family.draw(z, 0, rng, actions, actionAt);
    }

    /** Takes the likeliest action. */
    public void greedy(float[] numbers, int at, int[] actions, int actionAt) {
        asked.look(numbers, at);
        family.greedy(scores(), 0, actions, actionAt);
    }

    /** Ready scores of what is asked. */
    private float[] scores() {
        float[] known = remembered.get(asked);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        float[] sight = asked.numbers.clone();
        Rows row = (first, count, codes, numbers) -> System.arraycopy(sight, 0, numbers, 0, sight.length);
        mind.scores(row, scores);
        float[] fresh = scores.clone();
        byte[] everything = new byte[fresh.length];
        Arrays.fill(everything, (byte) 1);
        family.normalise(fresh, 0, everything, 0);
        remembered.put(new Sight(sight), fresh);
        return fresh;
    }
}
