package org.sed4j.rl.principal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Setting;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.stackelbergpomdp.Restarting;

/**
 * A leader who must wait for its followers: a firm works where tax was below a half the round before and the leader is paid tax ·
 * work. Who is paid at once learns to tax all of today's work away; who commits learns that 0.4 is the best of its levels.
 */
class TermedTest {
    private static final int STEPS = 5;
    private static final int WORLDS = 64;

    /** One tax a round. */
    static final class Firm implements World {
        private float revenue;
        private int time;

        @Override
        public Spaces spaces() {
            return Spaces.players(1)
                    .actions(2)
                    .numbers("bias")
                    .principalNumbers("bias")
                    .design(DesignSpace.rates(1, "tax"))
                    .measures("revenue")
                    .build();
        }

        @Override
        public void reset(Rng rng) {
            revenue = 0;
            time = 0;
        }

        @Override
        public boolean due() {
            return time % STEPS == 0;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            revenue = design[0] * actions[0];
            rewards[0] = actions[0] * (0.5f - design[0]);
            time++;
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
        }

        @Override
        public void consult(int[] actions, float[] design, View out) {
            out.numbers[0] = 1;
        }

        @Override
        public void measure(float[] out) {
            out[0] = revenue;
        }
    }

    /** Firms that answer the tax of the round before, world by world; at first they work. */
    private static final class Habit implements Followers<Pomg> {
        private final int[] works = new int[WORLDS];

        Habit() {
            Arrays.fill(works, 1);
        }

        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            Outcome outcome = Loop.play(
                    economy,
                    new Players() {
                        @Override
                        public void act(Tensors now, IntTensor actions) {
                            actions.view().put(0, works);
                        }
                    },
                    government,
                    steps);
            for (int b = 0; b < WORLDS; b++) {
                works[b] = economy.now().design().get(b) < 0.5 ? 1 : 0;
            }
            return outcome;
        }

        @Override
        public Followers<Pomg> copy() {
            Habit copy = new Habit();
            System.arraycopy(works, 0, copy.works, 0, WORLDS);
            return copy;
        }

        @Override
        public Followers<Pomg> frozen() {
            return copy();
        }

        @Override
        public void save(DataOutput out) throws IOException {
            for (int work : works) {
                out.writeInt(work);
            }
        }

        @Override
        public void load(DataInput in) throws IOException {
            for (int b = 0; b < WORLDS; b++) {
                works[b] = in.readInt();
            }
        }
    }

    private static FollowersPart habit() {
        return new FollowersPart() {
            @Override
            public String name() {
                return "habit";
            }

            @Override
            public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
                return new Habit();
            }
        };
    }

    private static PpoPart leader() {
        PpoSettings quick =
                new PpoSettings(2e-2, 1e-5, 1, 1, 0.2, false, 0, 0.5, 10, 4, 1000, true, Double.POSITIVE_INFINITY);
        return Principals.ppo()
                .head(space -> org.sed4j.rl.head.Levels.even((DesignSpace.Box) space, 11, false))
                .hidden(8)
                .settings(quick)
                .reward(PpoPrincipal.Reward.PERIOD_CHANGE, 1);
    }

    private static Society.Builder society(PrincipalPart principal, FollowersPart followers) {
        return Society.of(Firm::new)
                .objectives(ObjectiveFamily.of(Welfare.utilitarian("revenue")))
                .vote(VotingMechanism.always(0))
                .principal(principal)
                .followers(followers)
                .rounds(STEPS, 1_000_000)
                .worlds(WORLDS);
    }

    /** What the leader as it has learned to govern gets from firms that have adapted to it. */
    private static double afterAdapting(Society society, int rounds) {
        try (Session session = society.begin(Seed.of(3));
                Pomg others = society.worlds(WORLDS, Seed.of(7))) {
            for (int k = 0; k < rounds; k++) {
                session.next();
            }
            var ring = session.ring(
                    others,
                    new Termed<>(new Termed.Phases(1, 1), session.principal().frozen()),
                    new Habit(),
                    Seed.of(5));
            ring.next();
            return ring.next().welfare() / STEPS;
        }
    }

    @Test
    void whoIsPaidAtOnce_taxesWorkAway_andWhoWaits_leads() {
        double hasty = afterAdapting(society(leader(), habit()).build(), 80);
        double leads = afterAdapting(
                society(Principals.stackelbergPomdp(1, 1, leader()), habit()).build(), 160);
        assertThat(hasty).isLessThan(0.2);
        assertThat(leads).isGreaterThan(0.36).isLessThanOrEqualTo(0.4 + 1e-6);
    }

    @Test
    void followersWhoBeginAnew_makeTheSameLeader_underDelta() {
        Society society = society(Principals.stackelbergPomdp(1, 1, leader()), Restarting.every(2, habit()))
                .initial(Design.of(0.1))
                .limit(Divergences.LINF, 0.2, DesignGame.Reference.INITIAL)
                .build();
        assertThat(afterAdapting(society, 160)).isGreaterThan(0.27); // all of 0.3, 0.4, ... are pulled to 0.3
    }

    @Test
    void term_resumesToTheByte_inItsMiddle() throws IOException {
        Society society = society(Principals.stackelbergPomdp(2, 1, leader()), Restarting.every(3, habit()))
                .build();
        byte[] kept;
        byte[] never;
        try (Session session = society.begin(Seed.of(6))) {
            for (int k = 0; k < 4; k++) {
                session.next();
            }
            kept = written(session);
            session.next();
            session.next();
            session.next();
            never = written(session);
        }
        try (Session session = society.begin(Seed.of(6))) {
            session.load(new DataInputStream(new ByteArrayInputStream(kept)));
            session.next();
            session.next();
            session.next();
            assertThat(written(session)).isEqualTo(never);
        }
    }

    private static byte[] written(Session session) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        session.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
