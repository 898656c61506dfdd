package org.sed4j.examples.metagrad;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.Population;

/** A designer and players who learn, and the tests of what they have learned: all that a run must remember. */
final class Learning implements Checkpointed {
    private final IncentiveDesigner designer;
    private final Population population;
    private final Trials trials;
    private long episode;
    private long testedAt = -1;
    private int tests;

    Learning(IncentiveDesigner designer, Population population, Trials trials) {
        this.designer = designer;
        this.population = population;
        this.trials = trials;
    }

    /** Episodes that were learned from. */
    long episode() {
        return episode;
    }

    /** How many tests there were. */
    int tests() {
        return tests;
    }

    /** Whether there was a test since the last episode. */
    boolean tested() {
        return testedAt == episode;
    }

    void next(double exploration) {
        designer.iterate(exploration);
        episode++;
    }

    /** The figures of at least so many episodes. */
    Map<String, Double> test(int count) {
        testedAt = episode;
        tests++;
        return trials.figures(population, designer.government(), count);
    }

    Film film(String title, int count) {
        return trials.film(title, population, designer.government(), count);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(episode);
        out.writeLong(testedAt);
        out.writeInt(tests);
        designer.save(out);
        trials.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        episode = in.readLong();
        testedAt = in.readLong();
        tests = in.readInt();
        designer.load(in);
        trials.load(in);
    }
}
