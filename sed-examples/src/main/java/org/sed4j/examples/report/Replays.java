package org.sed4j.examples.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sed4j.envs.render.Frame;
import org.sed4j.envs.render.Ink;
import org.sed4j.envs.render.Palette;
import org.sed4j.envs.render.Shape;

/** Frames as the player in a report reads them. */
public final class Replays {
    private Replays() {}

    /**
     * One film.
     *
     * @param numbers what is shown beside each frame, by name
     */
    public static Map<String, Object> document(
            String title, Palette palette, List<Frame> frames, List<Map<String, Object>> numbers) {
        Map<String, Object> looks = new LinkedHashMap<>();
        for (Ink ink : palette.inks()) {
            Map<String, Object> look = new LinkedHashMap<>();
            look.put("label", ink.label());
            look.put("color", ink.color());
            look.put("shape", ink.shape().name().toLowerCase(Locale.ROOT));
            if (ink.shape() == Shape.AVATAR) {
                look.put("heading", ink.heading());
            }
            looks.put(String.valueOf(ink.symbol()), look);
        }
        List<Object> shots = new ArrayList<>();
        for (int f = 0; f < frames.size(); f++) {
            Map<String, Object> shot = new LinkedHashMap<>();
            shot.put("cells", frames.get(f).cells());
            shot.put("caption", frames.get(f).caption());
            shot.put("numbers", numbers.get(f));
            shots.add(shot);
        }
        Map<String, Object> film = new LinkedHashMap<>();
        film.put("title", title);
        film.put("rows", frames.isEmpty() ? 1 : frames.get(0).rows());
        film.put("cols", frames.isEmpty() ? 1 : frames.get(0).columns());
        film.put("palette", looks);
        film.put("frames", shots);
        return film;
    }
}
