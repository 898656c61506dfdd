package org.sed4j.core.picture;

import java.util.Map;
import java.util.Optional;

/** A world that says what it looks like: optional, for replays. */
public interface Pictured {

    /** What the characters of its frames stand for; the same for all worlds of a batch. */
    Palette palette();

    /** What it looks like now. */
    Frame frame(String caption);

    /** What is worth knowing beside a frame, by name; the same names every time. */
    default Map<String, Object> beside() {
        return Map.of();
    }

    /** What just happened, in words that end a caption, such as ", tax day"; empty for nothing. */
    default String event() {
        return "";
    }

    /** Whoever is pictured in that: itself, or what it {@link Wrapping wraps}; empty if nobody is. */
    static Optional<Pictured> in(Object world) {
        if (world instanceof Pictured pictured) {
            return Optional.of(pictured);
        }
        return world instanceof Wrapping wrapping ? in(wrapping.inner()) : Optional.empty();
    }

    /** A world that is another one seen otherwise. */
    interface Wrapping {
        /** The other one. */
        Object inner();
    }
}
