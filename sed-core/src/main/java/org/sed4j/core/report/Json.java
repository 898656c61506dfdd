package org.sed4j.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as one line of JSON: maps, lists, texts and numbers; numbers that are none become null. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** One line, without its end. */
    public static String line(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(plain(object));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("results (" + object + ") must be maps, lists, texts and numbers", e);
        }
    }

    /** An object whose members keep their order, which {@code Map.of} does not: name, value, name, value, ... */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Double number) {
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
            return whole ? (Object) number.longValue() : Double.isFinite(number) ? number : null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), plain(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(member -> copy.add(plain(member)));
            return copy;
        }
        return value;
    }
}
