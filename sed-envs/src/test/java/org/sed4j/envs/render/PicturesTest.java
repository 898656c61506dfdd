package org.sed4j.envs.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Ink;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Shape;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestPictures;
import org.sed4j.envs.harvest.HarvestRules;
import org.sed4j.envs.harvest.HarvestTypes;

/** Frames, palettes and drawings. */
class PicturesTest {

    private static Harvest played(String preset, int steps) {
        HarvestRules rules = HarvestRules.preset(preset);
        Harvest world = new Harvest(rules, HarvestTypes.same(rules.players(), 1, 1));
        Rng rng = new Rng();
        rng.seat(3, 0);
        world.reset(rng);
        int[] actions = new int[rules.players()];
        for (int t = 1; t <= steps; t++) {
            rng.seat(4, t);
            for (int i = 0; i < actions.length; i++) {
                actions[i] = rng.below(rules.actions());
            }
            rng.seat(3, t);
            world.step(actions, new float[3], rng, new float[actions.length]);
        }
        return world;
    }

    @Test
    void everyFrameOfEveryPreset_isDrawnInItsPalette() {
        for (String preset : HarvestRules.presets()) {
            HarvestRules rules = HarvestRules.preset(preset);
            Palette palette = HarvestPictures.palette(rules.players());
            Frame frame = HarvestPictures.frame(played(preset, 200), "step 200");
            assertThat(frame.rows()).isEqualTo(rules.map().rows());
            int avatars = 0;
            for (int q = 0; q < frame.cells().length(); q++) {
                Ink ink = palette.of(frame.cells().charAt(q));
                avatars += ink.shape() == Shape.AVATAR ? 1 : 0;
            }
            assertThat(avatars).isBetween(1, rules.players());
            BufferedImage image = Sprites.of(palette, 8).draw(frame);
            assertThat(image.getWidth()).isEqualTo(8 * frame.columns());
            assertThat(image.getHeight()).isEqualTo(8 * frame.rows());
        }
    }

    @Test
    void drawings_tellThingsApart() {
        Palette palette = HarvestPictures.palette(7);
        Sprites sprites = Sprites.of(palette, 12);
        Set<List<Integer>> looks = new HashSet<>();
        for (Ink ink : palette.inks()) {
            BufferedImage image = sprites.draw(new Frame(1, 1, String.valueOf(ink.symbol()), ""));
            int[] pixels = image.getRGB(0, 0, 12, 12, null, 0, 12);
            looks.add(java.util.Arrays.stream(pixels).boxed().toList());
        }
        assertThat(looks).hasSameSizeAs(palette.inks());
    }

    @Test
    void pictures_areWrittenAsPng(@TempDir Path folder) throws IOException {
        Frame frame = HarvestPictures.frame(played("laptop", 30), "");
        Path file = folder.resolve("world.png");
        Sprites.of(HarvestPictures.palette(4), 16).write(frame, file);
        assertThat(Files.size(file)).isPositive();
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(16 * 15);
    }

    @Test
    void manyPlayers_shareColoursByLastDigit() {
        Palette palette = HarvestPictures.palette(25);
        assertThat(palette.inks().stream().filter(i -> i.shape() == Shape.AVATAR))
                .hasSize(40);
        assertThat(palette.of('7').label()).isEqualTo("players with last digit 7");
        assertThat(palette.of('7').color()).isEqualTo("#a8743c");
        assertThat(HarvestPictures.palette(7).of('6').label()).isEqualTo("player 6");
        assertThat(palette.of('7').facing()).isEqualTo("up");
        assertThat(palette.of('⑦').facing()).isEqualTo("right");
        assertThat(palette.of('#').facing()).isEmpty();
    }

    @Test
    void badPictures_areRefused() {
        assertThatThrownBy(() -> new Frame(2, 3, "abc", ""))
                .hasMessageContaining("cells of a frame (3) must be 6, one for each of 2 x 3");
        assertThatThrownBy(() -> HarvestPictures.palette(1).of('z')).hasMessageContaining("symbol ('z')");
        Ink ink = new Ink('x', "one", 0, Shape.BLOCK, 0);
        assertThatThrownBy(() -> new Palette(List.of(ink, new Ink('x', "other", 0, Shape.BLOCK, 0))))
                .hasMessageContaining("symbol of other ('x') must differ from that of one");
        assertThatThrownBy(() -> new Ink('x', "one", -1, Shape.BLOCK, 0)).hasMessageContaining("colour of one");
        assertThatThrownBy(() -> Sprites.of(HarvestPictures.palette(1), 2))
                .hasMessageContaining("pixels a cell (2) must be at least 4");
    }
}
