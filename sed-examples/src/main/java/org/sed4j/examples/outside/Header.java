package org.sed4j.examples.outside;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Spaces;

/** What a client is told first: shapes and names, as JSON. */
record Header(String economy, Spaces spaces, int worlds) {
    /** Of the protocol: a client of another version goes no further. */
    static final int VERSION = 1;

    byte[] bytes() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode node = json.createObjectNode();
        node.put("protocol", VERSION);
        node.put("economy", economy);
        node.put("worlds", worlds);
        node.put("players", spaces.players());
        spaces.actions().forEach(node.putArray("actions")::add);
        grid(node.putObject("codes"), spaces.codes());
        names(node, "numbers", spaces.numbers());
        node.put("masked", spaces.masked());
        grid(node.putObject("principal_codes"), spaces.principalCodes());
        names(node, "principal_numbers", spaces.principalNumbers());
        names(node, "design", spaces.design().names());
        if (spaces.design() instanceof DesignSpace.Box box) {
            box.low().forEach(node.putArray("design_low")::add);
            box.high().forEach(node.putArray("design_high")::add);
        }
        names(node, "measures", spaces.measures());
        names(node, "gauges", spaces.gauges());
        try {
            return json.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing but numbers and text
        }
    }

    private static void grid(ObjectNode node, Spaces.Grid grid) {
        node.put("height", grid.height()).put("width", grid.width()).put("kinds", grid.kinds());
    }

    private static void names(ObjectNode node, String key, List<String> names) {
        names.forEach(node.putArray(key)::add);
    }
}
