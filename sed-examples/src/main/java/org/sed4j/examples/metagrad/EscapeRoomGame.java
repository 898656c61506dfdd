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
import org.sed4j.envs.escaperoom.EscapeRoom;
import org.sed4j.envs.escaperoom.EscapeRoomPictures;
import org.sed4j.envs.escaperoom.EscapeRoomRules;
import org.sed4j.envs.escaperoom.IncentiveTarget;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;

/** ER(n, m). */
final class EscapeRoomGame implements Game {
    private final EscapeRoomRules rules;
    private final Spaces spaces;

    EscapeRoomGame(Config config) {
        boolean byPlayer = config.text("game.target").equals("player")
                || config.text("designer.method").equals("amd");
        this.rules = EscapeRoomRules.of(config.integer("game.agents"), config.integer("game.lever"))
                .withTarget(byPlayer ? IncentiveTarget.PLAYER : IncentiveTarget.ACTION)
                .withBound(config.number("designer.bound"));
        this.spaces = new EscapeRoom(rules).spaces();
    }

    @Override
    public Supplier<? extends World> maker() {
        return EscapeRoom.maker(rules);
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public int horizon() {
        return rules.horizon();
    }

    @Override
    public String base() {
        return EscapeRoom.BASE;
    }

    @Override
    public String incentive() {
        return EscapeRoom.INCENTIVE;
    }

    @Override
    public Map<String, String> deeds() {
        Map<String, String> deeds = new LinkedHashMap<>();
        deeds.put(EscapeRoom.PULLED, "pull");
        deeds.put(EscapeRoom.LEFT, "exit");
        return deeds;
    }

    @Override
    public int stateNumbers() {
        return EscapeRoom.PLACES * rules.players();
    }

    @Override
    public Layers playerLayers(List<Integer> hidden, int outputs) {
        return Layers.dense(Inputs.ofNumbers(spaces.numbers().size()), hidden, outputs, true);
    }

    @Override
    public Layers designerLayers(List<Integer> hidden, int outputs, boolean bias) {
        return Layers.dense(Inputs.ofNumbers(spaces.principalNumbers().size()), hidden, outputs, bias);
    }

    @Override
    public Layers stateLayers(List<Integer> hidden, int outputs) {
        return Layers.dense(Inputs.ofNumbers(stateNumbers()), hidden, outputs, true);
    }

    @Override
    public Palette palette() {
        return EscapeRoomPictures.palette(rules.players());
    }

    @Override
    public Frame frame(World world, String caption) {
        return EscapeRoomPictures.frame((EscapeRoom) world, caption);
    }
}
