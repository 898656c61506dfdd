package org.sed4j.rl.metagradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.policygradient.Doubles;
import org.sed4j.rl.policygradient.LearnerState;
import org.sed4j.rl.policygradient.Moments;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.Trajectory;

/** A designer's incentive function and how it learns: one step of η along the {@link MetaGradient} of two episodes. */
final class Designer implements Checkpointed {
    private final Population population;
    private final IncentiveFunction incentives;
    private final MetaGradient gradient;
    private final MetaGradRule rule;
    private final DesignerValue value;
    private final double[] weights;
    private final int parameters;
    private final Optional<ElectedReward> elected;

    private double[] eta;
    private Moments moments;
    private Moments costMoments;
    private long lessons;

    Designer(Pomg economy, Population population, DesignerDesign design, DesignerTask task, Seed seed) {
        this.parameters = task.parameters();
        this.elected = task.elected();
        this.population = population;
        this.rule = design.rule();
        int rows = population.batch() * population.slots();
        Payments payments = Payments.of(economy);
        this.incentives = new IncentiveFunction(
                economy.spaces(), parameters, design.incentives(), rows, seed.named("incentives"));
        this.gradient = new MetaGradient(incentives, payments, population, rule, task.reform());
        this.value = new DesignerValue(
                design.value(),
                rule.value(),
                new DesignerValue.Sight(design.stateNumbers(), parameters),
                rule.discount(),
                rule.traceDecay(),
                task.reward(),
                population,
                seed.named("designer's value"));
        this.weights = new double[rows];
        this.eta = incentives.initial();
        this.moments = rule.step().start(eta.length);
        this.costMoments = rule.costStep()
                .map(step -> step.start(incentives.initial().length))
                .orElse(Moments.none());
        incentives.become(eta);
    }

    IncentiveFunction incentives() {
        return incentives;
    }

    double[] eta() {
        return eta.clone();
    }

    /** What it knows in a round beside what it sees. */
    Context context(Mandate mandate) {
        return Context.of(mandate, parameters);
    }

    /** From now on episodes are judged by that objective, if it serves the elected one. */
    void serve(Objective objective) {
        elected.ifPresent(reward -> reward.judgeBy(objective));
    }

    /** Who governs by the present η and by what becomes of it, in a round of which that is known. */
    Government<Pomg> government(Context context) {
        return new IncentiveGovernment(incentives, population.spaces(), context);
    }

    /** Who governs by the present η, whatever becomes of it. */
    Principal<Pomg> still() {
        IncentiveFunction now = incentives.at(eta);
        return new Still(now, population.spaces(), parameters);
    }

    private record Still(IncentiveFunction incentives, Spaces spaces, int parameters) implements Principal<Pomg> {
        @Override
        public Government<Pomg> govern(Mandate mandate) {
            return new IncentiveGovernment(incentives, spaces, Context.of(mandate, parameters));
        }

        @Override
        public Principal<Pomg> frozen() {
            return this;
        }
    }

    /**
     * A step of η, and of the value of states.
     *
     * @param start the players' states when they learned from τ
     * @param tau the episode they learned from
     * @param before what was known in it beside what was seen
     * @param validation the episode they played after it
     * @param now what was known in that
     * @return the objective, L less what costs weigh in it
     * @throws NumericalDivergence if a gradient is not finite
     */
    double learn(List<LearnerState> start, Trajectory tau, Context before, Trajectory validation, Context now) {
        gradient.in(before);
        List<LearnerState> after = new ArrayList<>();
        population.crew().run(2, task -> {
            if (task == 0) {
                value.fit(tau, before);
                value.weigh(validation, now, weights);
            } else {
                after.addAll(gradient.replica(eta, start, tau));
            }
        });
        MetaGradient.Result result = gradient.gradientAt(after, eta, tau, validation, weights);
        NumericalDivergence.finite(lessons, "designer's score", result.score());
        double[] ascent = result.scoreGradient();
        double[] next = eta.clone();
        if (rule.costStep().isPresent()) {
            StepRule against = rule.costStep().get();
            costMoments = against.step(next, negative(result.costGradient()), costMoments);
        } else {
            for (int i = 0; i < ascent.length; i++) {
                ascent[i] -= rule.costWeight() * result.costGradient()[i];
            }
        }
        moments = rule.step().step(next, ascent, moments);
        eta = next;
        incentives.become(eta);
        lessons++;
        return result.score();
    }

    private static double[] negative(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = -x[i];
        }
        return y;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(lessons);
        Doubles.write(eta, out);
        moments.save(out);
        costMoments.save(out);
        value.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        lessons = in.readLong();
        eta = Doubles.read(in);
        moments = Moments.load(in);
        costMoments = Moments.load(in);
        value.load(in);
        incentives.become(eta);
    }
}
