package org.sed4j.rl.stackelbergpomdp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.game.Economy;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Setting;

/**
 * Followers who forget all that they learned every so many rounds, and begin anew: the equilibrium phase of a Stackelberg POMDP
 * starts from followers who know nothing of the leader.
 *
 * @param <E> the economies they can live in
 * @paper 003, section 5
 */
public final class Restarting<E extends Economy> implements Followers<E> {
    private final int every;
    private final Followers<E> inner;
    private final byte[] newborn;
    private long lived;

    /**
     * @param every rounds of a term, at least 1
     * @param inner as they begin
     */
    public Restarting(int every, Followers<E> inner) {
        this(every, inner, written(inner));
    }

    private Restarting(int every, Followers<E> inner, byte[] newborn) {
        this.every = Require.atLeast(every, 1, "rounds of a term");
        this.inner = inner;
        this.newborn = newborn;
    }

    private static byte[] written(Followers<?> followers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            followers.save(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public Outcome live(E economy, Government<E> government, int steps, Seed seed) {
        if (lived % every == 0 && lived > 0) {
            try {
                inner.load(new DataInputStream(new ByteArrayInputStream(newborn)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        lived++;
        return inner.live(economy, government, steps, seed);
    }

    @Override
    public TypeMatrix reports(TypeMatrix truth, VotingMechanism vote, Seed seed) {
        return inner.reports(truth, vote, seed);
    }

    @Override
    public Followers<E> copy() {
        Restarting<E> copy = new Restarting<>(every, inner.copy(), newborn);
        copy.lived = lived;
        return copy;
    }

    @Override
    public Followers<E> frozen() {
        return inner.frozen();
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
        out.writeLong(lived);
        inner.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        lived = in.readLong();
        inner.load(in);
    }

    /** Those followers, restarted every so many rounds. */
    public static FollowersPart every(int rounds, FollowersPart inner) {
        Require.atLeast(rounds, 1, "rounds of a term");
        return new FollowersPart() {
            @Override
            public String name() {
                return inner.name() + ", anew every " + rounds + " rounds";
            }

            @Override
            public Optional<String> objection(Setting setting) {
                return inner.objection(setting);
            }

            @Override
            public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
                return new Restarting<>(rounds, inner.make(setting, economy, seed));
            }
        };
    }
}
