package org.sed4j.examples.metagrad;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.rl.network.Layers;

/** What the study must know of an economy that incentives are designed for. */
interface Game {

    /** Makes worlds. */
    Supplier<? extends World> maker();

    /** Shapes and names. */
    Spaces spaces();

    /** The most steps of an episode. */
    int horizon();

    /** The measure of rewards without incentives. */
    String base();

    /** The measure of incentives. */
    String incentive();

    /** Measures of deeds, with a short name for the columns of each. */
    Map<String, String> deeds();

    /** How many of the principal's numbers, from the first, tell the state. */
    int stateNumbers();

    /** Layers over what a player sees. */
    Layers playerLayers(List<Integer> hidden, int outputs);

    /** Layers over what the principal sees; the last one without bias where {@code bias} is false. */
    Layers designerLayers(List<Integer> hidden, int outputs, boolean bias);

    /** Layers over the state that the principal sees. */
    Layers stateLayers(List<Integer> hidden, int outputs);

    /** What frames look like. */
    Palette palette();

    /** A world as it is. */
    Frame frame(World world, String caption);
}
