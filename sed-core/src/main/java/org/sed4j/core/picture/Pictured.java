package org.sed4j.core.picture;

/** A world that says what it looks like: optional, for replays. */
public interface Pictured {

    /** What the characters of its frames stand for; the same for all worlds of a batch. */
    Palette palette();

    /** What it looks like now. */
    Frame frame(String caption);
}
