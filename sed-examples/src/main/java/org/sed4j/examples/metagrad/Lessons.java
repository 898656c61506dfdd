package org.sed4j.examples.metagrad;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Turns;
import org.sed4j.core.society.Session;

/** Rounds of learning, some of them followed by a test: that is a row. Before the first there is a test of the untaught. */
final class Lessons implements Turns {
    private final Session session;
    private final Tests tests;
    private final long every;
    private final int tested;
    private long testedAt = -1;
    private int rows;

    Lessons(Session session, Tests tests, Config config) {
        this.session = session;
        this.tests = tests;
        this.every = config.whole("run.evaluate_every");
        this.tested = config.integer("run.evaluation_episodes");
    }

    @Override
    public long number() {
        return session.number();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public boolean ended() {
        return session.ended() && !due();
    }

    @Override
    public long of() {
        return session.society().planned();
    }

    private boolean due() {
        return testedAt != number() && (number() % every == 0 || session.ended());
    }

    @Override
    public Map<String, Double> next() {
        if (!due()) {
            session.next();
        }
        Map<String, Double> row = new LinkedHashMap<>();
        if (due()) {
            testedAt = number();
            rows++;
            row.put("round", (double) number());
            row.putAll(tests.figures(tested, session.seed().named("tests").at(number())));
        }
        return row;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(testedAt);
        out.writeInt(rows);
        session.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        testedAt = in.readLong();
        rows = in.readInt();
        session.load(in);
    }
}
