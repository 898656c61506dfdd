package org.sed4j.core.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Ink;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Shape;
import org.sed4j.core.run.RunFolder;

/** Frames of a world with the numbers beside them, up to so many: what becomes a replay in a report. */
public final class Filmstrip {
    private final String title;
    private final Palette palette;
    private final int most;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Map<String, Object>> numbers = new ArrayList<>();

    /** Room for that many frames. */
    public Filmstrip(String title, Palette palette, int most) {
        this.title = title;
        this.palette = palette;
        this.most = most;
    }

    /** Frames so far. */
    public int size() {
        return frames.size();
    }

    /** Whether no more frames are wanted. */
    public boolean isFull() {
        return frames.size() >= most;
    }

    /**
     * Adds a frame.
     *
     * @param beside what is shown beside it, by name
     */
    public void add(Frame frame, Map<String, Object> beside) {
        frames.add(frame);
        numbers.add(beside);
    }

    /** Makes them the replays of a run, those without frames left out. */
    public static void write(List<Filmstrip> films, RunFolder folder) throws IOException {
        List<Map<String, Object>> replays = films.stream()
                .filter(film -> film.size() > 0)
                .map(Filmstrip::document)
                .toList();
        if (!replays.isEmpty()) {
            folder.write(folder.replay(), Json.line(Map.of("replays", replays)));
        }
    }

    /** The film as the player in a report reads it. */
    private Map<String, Object> document() {
        Map<String, Object> looks = new LinkedHashMap<>();
        palette.inks().forEach(ink -> looks.put(String.valueOf(ink.symbol()), look(ink)));
        List<Object> shots = new ArrayList<>();
        for (int f = 0; f < frames.size(); f++) {
            Frame frame = frames.get(f);
            shots.add(Json.object("cells", frame.cells(), "caption", frame.caption(), "numbers", numbers.get(f)));
        }
        return Json.object(
                "title",
                title,
                "rows",
                frames.isEmpty() ? 1 : frames.get(0).rows(),
                "cols",
                frames.isEmpty() ? 1 : frames.get(0).columns(),
                "palette",
                looks,
                "frames",
                shots);
    }

    private static Map<String, Object> look(Ink ink) {
        Map<String, Object> look = Json.object(
                "label",
                ink.label(),
                "color",
                ink.color(),
                "shape",
                ink.shape().name().toLowerCase(Locale.ROOT));
        if (ink.shape() == Shape.AVATAR) {
            look.put("heading", ink.heading());
        }
        return look;
    }
}
