package org.sed4j.examples.applepicking;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Turns;
import org.sed4j.core.society.Appraisal;
import org.sed4j.core.society.Objectives;
import org.sed4j.core.society.RunKeys;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.examples.society.SocietyStudy;
import org.sed4j.voting.ElectionLog;

/**
 * The society of paper 002, section 4: S = (Φ, P, φ_0, D, δ, Θ, O, f), an economy, a principal and followers.
 *
 * <p>Φ = [0, 1]^B, one rate a bracket; P changes rewards only; Θ holds (σ, β); O = {η Σ + (1 - η) min}; f = mean σ, or any
 * rule that {@code vote.rule} names.
 */
public final class ApplePicking extends SocietyStudy {
    @Override
    protected Society society(Config config) {
        Orchard orchard = new Orchard(config);
        TypeMatrix types = orchard.types(Seed.of(config.whole("run.seed")).named("types"));
        AppleParts parts = new AppleParts(config);
        return RunKeys.apply(config, Society.of(orchard.worlds(types)))
                .types(TypeSpace.fixed(types))
                .objectives(objectives(config))
                .vote(AppleVote.of(config))
                .initial(Design.of(config.numbers("tax.initial_rates")))
                .limit(
                        Divergences.valueOf(config.text("tax.divergence").toUpperCase(Locale.ROOT)),
                        config.number("tax.delta"),
                        DesignGame.Reference.INITIAL)
                .principal(parts.principal())
                .followers(parts.followers())
                .rounds(config.integer("run.steps_per_round"), config.integer("run.rounds_per_episode"))
                .rows(AppleRow::of)
                .build();
    }

    static ObjectiveFamily objectives(Config config) {
        return Objectives.of(config.text("vote.objective"), config.text("vote.basis"), Welfare::mixes);
    }

    @Override
    public List<String> inputs(Config config) {
        boolean ours = List.of("open", "closed", "partnership", "small").contains(config.text("world.map"));
        return ours ? List.of() : List.of("world.map");
    }

    @Override
    public Legend legend(Config config) {
        return AppleLegend.of(config);
    }

    @Override
    protected Plan plan(Config config) {
        return super.plan(config)
                .watching("eta", "eta")
                .watching("apples", "apples_total")
                .watching("left", "apples_left")
                .watching("welfare", "welfare");
    }

    @Override
    protected Turns turns(Session session, Config config, RunFolder folder) {
        return config.flag("vote.record") ? session.keeping(ElectionLog.in(folder)) : session;
    }

    @Override
    protected Map<String, Double> judged(Session session, Config config, RunFolder folder, Progress progress)
            throws IOException {
        Map<String, Double> results = Averages.of(folder.metrics(), config.integer("run.rounds_per_episode"));
        if (config.flag("run.evaluate")) {
            progress.note("Evaluating on worlds nobody has seen.");
            Appraisal appraisal = appraised(session, config);
            results.putAll(appraisal.figures());
            Filmstrip.write(appraisal.films(), folder);
        }
        return results;
    }

    /**
     * The trained players live under the learned principal, under a random one and without tax; so the principal's worth is
     * measured by the objective it was elected to pursue. Untrained players live without tax: the random start.
     */
    static Appraisal appraised(Session session, Config config) {
        Seed seed = session.seed();
        int frames = config.flag("run.replay") ? config.integer("run.replay_steps") : 0;
        Principal<Pomg> none = Principal.fixed(session.society().game().initial());
        Principal<Pomg> random = new AppleParts(config).random(session.society().spaces());
        Appraisal appraisal = Appraisal.begin(
                        session, frames, seed.named("evaluation"), seed.named("evaluation rounds"))
                .totalling("apples", "apples_an_episode")
                .filmed(
                        "start",
                        "Before learning, untaxed",
                        none,
                        session.untaught().frozen())
                .filmed(
                        "untaxed",
                        "After learning, untaxed",
                        none,
                        session.followers().frozen())
                .filmed(
                        "random",
                        "After learning, under random rates",
                        random,
                        session.followers().frozen());
        return config.text("principal.kind").equals("ppo")
                ? appraisal.filmed(
                        "learned",
                        "After learning, under the learned principal",
                        session.principal().frozen(),
                        session.followers().frozen())
                : appraisal;
    }
}
