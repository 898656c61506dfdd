package org.sed4j.rl.principal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.head.DesignHead;
import org.sed4j.rl.head.Levels;
import org.sed4j.rl.head.Shares;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.LayerMaker;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.ppo.ActorCritic;
import org.sed4j.rl.ppo.CentralCritic;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.SharedTrunk;

/**
 * A principal that learns by PPO, still to be made. Immutable: every method gives another part.
 *
 * <p>As it stands: 11 evenly spaced levels and "keep" for each entry of a box, a Dirichlet draw on a simplex; tanh networks of
 * two hidden layers of 64; decisions are made where the economy is due, or where it never is when a round begins; rewards are the change of the elected objective from decision to decision; no curriculum.
 */
public final class PpoPart implements PrincipalPart {
    private static final int LEVELS = 11;
    private static final double REWARD_SCALE = 0.1;

    private final String name;
    private final Function<DesignSpace, DesignHead> head;
    private final LayerMaker architecture;
    private final PpoSettings ppo;
    private final PpoPrincipal.Settings settings;
    private final boolean anneals;
    private final boolean central;

    private PpoPart(
            String name,
            Function<DesignSpace, DesignHead> head,
            LayerMaker architecture,
            PpoSettings ppo,
            PpoPrincipal.Settings settings,
            boolean anneals,
            boolean central) {
        this.name = name;
        this.head = head;
        this.architecture = architecture;
        this.ppo = ppo;
        this.settings = settings;
        this.anneals = anneals;
        this.central = central;
    }

    /** The part as it is described above. */
    static PpoPart standard(String name, PpoSettings ppo, boolean central) {
        return new PpoPart(
                name,
                space -> space instanceof DesignSpace.Box
                        ? DesignHead.levels(space, LEVELS)
                        : DesignHead.continuous(space),
                LayerMaker.tanh(List.of(64, 64)),
                ppo,
                new PpoPrincipal.Settings(Curriculum.NONE, PpoPrincipal.Reward.PERIOD_CHANGE, REWARD_SCALE, 0, true),
                false,
                central);
    }

    @Override
    public String name() {
        return name;
    }

    /** The same with so many evenly spaced levels, and "keep", for each entry of a box, at least 2. */
    public PpoPart levels(int count) {
        Require.atLeast(count, 2, "levels of an entry");
        return head(space -> DesignHead.levels(space, count));
    }

    /** The same with normal draws squashed into a box, or a Dirichlet draw on a simplex. */
    public PpoPart continuous() {
        return head(DesignHead::continuous);
    }

    /** The same with Beta draws in a box. */
    public PpoPart beta() {
        return head(space -> Shares.beta(DesignHead.bounded(space, "Beta draws")));
    }

    /** The same with another head; what the function refuses, the part objects to. */
    public PpoPart head(Function<DesignSpace, DesignHead> maker) {
        return new PpoPart(name, maker, architecture, ppo, settings, anneals, central);
    }

    /** The same with tanh layers of those widths. */
    public PpoPart hidden(Integer... widths) {
        return network(LayerMaker.tanh(List.of(widths)));
    }

    /** The same with other networks. */
    public PpoPart network(LayerMaker layers) {
        return new PpoPart(name, head, layers, ppo, settings, anneals, central);
    }

    /** The same with other settings of PPO. */
    public PpoPart settings(PpoSettings other) {
        return new PpoPart(name, head, architecture, other, settings, anneals, central);
    }

    /** The same with settings that are made of those it has. */
    public PpoPart tuned(UnaryOperator<PpoSettings> change) {
        return settings(change.apply(ppo));
    }

    /** The same with a curriculum. */
    public PpoPart curriculum(Curriculum other) {
        return with(new PpoPrincipal.Settings(other, settings.reward(), settings.rewardScale(), 0, settings.learns()));
    }

    /** The same, acting by the policy that it begins with for ever, and learning nothing. */
    public PpoPart unlearning() {
        return with(
                new PpoPrincipal.Settings(settings.curriculum(), settings.reward(), settings.rewardScale(), 0, false));
    }

    /**
     * The same, paid otherwise.
     *
     * @param scale what changes of the objective are multiplied by, so that values stay of order 1
     */
    public PpoPart reward(PpoPrincipal.Reward kind, double scale) {
        return with(new PpoPrincipal.Settings(settings.curriculum(), kind, scale, 0, settings.learns()));
    }

    private PpoPart with(PpoPrincipal.Settings other) {
        return new PpoPart(name, head, architecture, ppo, other, anneals, central);
    }

    /** The same with a learning rate that falls in a straight line to 0 over the planned rounds. */
    public PpoPart annealed() {
        return new PpoPart(name, head, architecture, ppo, settings, true, central);
    }

    @Override
    public Optional<String> objection(Setting setting) {
        return MadePart.designless(setting)
                .or(() -> MadePart.tried(() -> head.apply(setting.spaces().design())
                        .requireFor(setting.spaces().design())))
                .or(() -> anneals && setting.rounds() == 0
                        ? Optional.of("its learning rate falls over the planned rounds, and none are planned;"
                                + " say planned(rounds).")
                        : Optional.empty());
    }

    @Override
    public PpoPrincipal make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
        Office office = new Office(
                head.apply(setting.spaces().design()),
                setting.spaces(),
                setting.game().objectives().parameters().size(),
                central,
                !setting.asks());
        long most = (long) setting.worlds() * setting.schedule().stepsPerRound();
        int rows = Math.max(setting.worlds(), (int) Math.min(2L * ppo.minibatch(), most));
        PpoPrincipal.Settings how = new PpoPrincipal.Settings(
                settings.curriculum(),
                settings.reward(),
                settings.rewardScale(),
                anneals ? setting.rounds() : 0,
                settings.learns());
        return new PpoPrincipal(mind(office, setting.crew(), rows, seed), office, ppo, how, setting.crew());
    }

    private ActorCritic mind(Office office, Crew crew, int rows, Seed seed) {
        if (office.head() instanceof Levels levels && !central) {
            Heads heads = Heads.of(levels.outputs(), Heads.POLICY_GAIN).and(1, Heads.VALUE_GAIN);
            Network network = architecture.of(office.inputs(), heads).network(office.inputs(), seed);
            return SharedTrunk.of(network, levels.heads(), crew, rows, ppo.adamEpsilon());
        }
        Heads scores = Heads.of(office.head().outputs(), Heads.POLICY_GAIN);
        Network actor = architecture.of(office.inputs(), scores).network(office.inputs(), seed.named("actor"));
        Network critic = architecture
                .of(office.criticInputs(), Heads.of(1, Heads.VALUE_GAIN))
                .network(office.criticInputs(), seed.named("critic"));
        return CentralCritic.of(actor, critic, office.head().family(), crew, rows, ppo.adamEpsilon());
    }
}
