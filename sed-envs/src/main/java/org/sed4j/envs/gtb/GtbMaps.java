package org.sed4j.envs.gtb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.TextFile;
import org.sed4j.envs.grid.GridMap;

/**
 * Maps of Gather-Trade-Build: W a source of wood, S of stone, @ water, '.' or a blank an empty cell.
 *
 * <p>A file holds the rows one after the other, each ended by a semicolon, a line feed or both, as in the released code.
 */
public final class GtbMaps {
    /** Every character that may occur. */
    public static final String LEGEND = "WS@.";
    /** A source of wood. */
    public static final char WOOD = 'W';
    /** A source of stone. */
    public static final char STONE = 'S';
    /** Water, which nobody enters. */
    public static final char WATER = '@';

    /** Of a map in a file: 512 x 512 cells. */
    private static final int MOST_CHARACTERS = 1 << 18;

    private GtbMaps() {}

    /** The map of paper 004: mixed, wood, stone and empty quarters; 23 wood, 12 stone, 21 water cells. */
    public static GridMap pureAndMixed() {
        return shipped("env-pure_and_mixed-15x15");
    }

    /** The AI Economist's open quadrants: 20 wood, 20 stone, 33 water cells. */
    public static GridMap openQuadrant() {
        return shipped("quadrant_25x25_20each_30clump");
    }

    private static GridMap shipped(String name) {
        try (InputStream in = GtbMaps.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("map " + name + " is missing from the library");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("map " + name + " cannot be read from the library", e);
        }
    }

    /**
     * Reads a map from a file.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static GridMap read(Path file) throws IOException {
        return parse(file.getFileName().toString(), TextFile.read(file, MOST_CHARACTERS));
    }

    /**
     * Reads a map.
     *
     * @throws IllegalArgumentException naming the line of a row whose length differs, or line and column of another character
     */
    public static GridMap parse(String name, String text) {
        List<String> rows = new ArrayList<>();
        String separated = text.indexOf(';') < 0
                ? text
                : text.replace("\r", "").replace("\n", "").replace(';', '\n');
        separated.lines().forEach(row -> rows.add(row.replace(' ', '.')));
        GridMap map = new GridMap(name, rows);
        map.check(LEGEND);
        return map;
    }

    /** The map with a row of water across its middle, at row R/2: the split layout of the released code. */
    public static GridMap split(GridMap map) {
        Require.atLeast(map.rows(), 3, "rows of a map to split");
        List<String> rows = new ArrayList<>(map.lines());
        rows.set(map.rows() / 2, String.valueOf(WATER).repeat(map.columns()));
        return new GridMap(map.name() + ", split", rows);
    }
}
