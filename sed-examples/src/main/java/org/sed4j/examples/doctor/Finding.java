package org.sed4j.examples.doctor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.backend.Search;

/**
 * One piece of the machine.
 *
 * @param piece what was looked for
 * @param found whether it is there and works
 * @param what it is and where, or why it is missing
 * @param needs what a missing piece would need, empty if it is there
 */
record Finding(String piece, boolean found, String what, String needs) {

    static Finding there(String piece, String what) {
        return new Finding(piece, true, what, "");
    }

    static Finding missing(String piece, String why, String needs) {
        return new Finding(piece, false, why, needs);
    }

    static Finding missing(String piece, Search<?> search) {
        return missing(piece, search.why(), search.remedy());
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("piece", piece);
        map.put("found", found);
        map.put("what", what);
        if (!found) {
            map.put("needs", needs);
        }
        return map;
    }

    /** One or two lines of text. */
    String shown() {
        String first = String.format("%-14s %-3s %s", piece, found ? "yes" : "no", what);
        return found ? first : first + String.format("%n%-18s needs: %s", "", needs);
    }
}
