package org.sed4j.examples.metagrad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.envs.cleanup.Cleanup;
import org.sed4j.envs.cleanup.CleanupPictures;
import org.sed4j.envs.cleanup.CleanupRules;
import org.sed4j.rl.baseline.Centralised;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;

/** Clean Up on one of its maps; for the centralised bound, played by one who is all players. */
final class CleanupGame implements Game {
    private static final int KERNEL = 3;

    private final CleanupRules rules;
    private final boolean centralised;
    private final int filters;
    private final Spaces spaces;

    CleanupGame(Config config) {
        this.rules = CleanupRules.preset(config.text("game.map")).withBound(config.number("designer.bound"));
        this.centralised = config.text("designer.method").equals("centralised");
        this.filters = config.integer("game.filters");
        this.spaces = maker().get().spaces();
    }

    @Override
    public Supplier<? extends World> maker() {
        Supplier<Cleanup> maker = Cleanup.maker(rules);
        return centralised ? () -> new Centralised(maker.get(), 0) : maker;
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public int horizon() {
        return rules.ending().latest();
    }

    @Override
    public String base() {
        return Cleanup.BASE;
    }

    @Override
    public String incentive() {
        return Cleanup.INCENTIVE;
    }

    @Override
    public Map<String, String> deeds() {
        Map<String, String> deeds = new LinkedHashMap<>();
        deeds.put(Cleanup.FIRED, "cleaning");
        deeds.put(Cleanup.APPLES, "apple");
        return deeds;
    }

    @Override
    public int stateNumbers() {
        return 0;
    }

    @Override
    public Layers playerLayers(List<Integer> hidden, int outputs) {
        return layers(new Inputs(spaces.codes(), spaces.numbers().size()), hidden, outputs, true);
    }

    @Override
    public Layers designerLayers(List<Integer> hidden, int outputs, boolean bias) {
        Inputs seen =
                new Inputs(spaces.principalCodes(), spaces.principalNumbers().size());
        return layers(seen, hidden, outputs, bias);
    }

    @Override
    public Layers stateLayers(List<Integer> hidden, int outputs) {
        return layers(new Inputs(spaces.principalCodes(), 0), hidden, outputs, true);
    }

    private Layers layers(Inputs inputs, List<Integer> hidden, int outputs, boolean bias) {
        return Layers.convolutional(inputs, filters, KERNEL, hidden, outputs, bias);
    }

    @Override
    public Palette palette() {
        return CleanupPictures.palette(rules.players());
    }

    @Override
    public Frame frame(World world, String caption) {
        return CleanupPictures.frame(
                world instanceof Centralised one ? (Cleanup) one.inner() : (Cleanup) world, caption);
    }
}
