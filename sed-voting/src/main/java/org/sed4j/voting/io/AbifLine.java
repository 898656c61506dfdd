package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of ballots in ABIF.
 *
 * @param line from 0
 * @param count how many voters
 * @param tiers best first; one item a tier where commas part them
 * @param unordered whether commas part them, so that ratings order them
 */
record AbifLine(int line, long count, List<List<Item>> tiers, boolean unordered) {

    /**
     * A candidate on a ballot.
     *
     * @param rating -1 if it has none
     */
    record Item(String candidate, int rating) {
        boolean rated() {
            return rating >= 0;
        }
    }

    List<Item> items() {
        return tiers.stream().flatMap(List::stream).toList();
    }

    static AbifLine read(Place place, int line, String text, long before) {
        AbifCursor cursor = new AbifCursor(place, line, text, 0);
        long count = place.voters(line, 0, cursor.digits(), before);
        if (!cursor.take('*')) {
            cursor.expect(':');
        }
        List<List<Item>> tiers = new ArrayList<>();
        char separator = ' ';
        while (!cursor.ended()) {
            Item item = item(cursor);
            if (separator == '=') {
                tiers.get(tiers.size() - 1).add(item);
            } else {
                tiers.add(new ArrayList<>(List.of(item)));
            }
            if (cursor.ended()) {
                break;
            }
            char last = separator;
            separator = cursor.separator();
            if (last != ' ' && (last == ',') != (separator == ',')) {
                throw cursor.error("commas and marks of rank stand on one ballot", "a > was mistyped");
            }
            if (cursor.ended()) {
                throw cursor.error("a candidate must follow the " + separator, "the line was cut short");
            }
        }
        boolean unordered = separator == ',';
        AbifLine ballot = new AbifLine(line, count, tiers, unordered);
        if (unordered && !ballot.items().stream().allMatch(Item::rated)) {
            throw place.error(
                    line, 0, "candidates parted by commas must each have a rating, as in A/5, B/2", "a > was meant");
        }
        return ballot;
    }

    private static Item item(AbifCursor cursor) {
        String candidate = cursor.token();
        return new Item(candidate, cursor.take('/') ? cursor.number() : -1);
    }
}
