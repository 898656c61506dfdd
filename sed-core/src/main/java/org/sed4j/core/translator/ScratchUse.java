package org.sed4j.core.translator;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which scratch a function reads and which it writes: what a call reads and nowhere writes is what an earlier one has left. */
final class ScratchUse {
    private final Map<String, NotPortable> reads = new LinkedHashMap<>();
    private final Set<String> writes = new HashSet<>();

    void reads(String name, Supplier<NotPortable> refusal) {
        reads.computeIfAbsent(name, each -> refusal.get());
    }

    void writes(String name) {
        writes.add(name);
    }

    /** Takes up what a function does that is called. */
    void include(ScratchUse callee) {
        callee.reads.forEach(reads::putIfAbsent);
        writes.addAll(callee.writes);
    }

    /** Where something is read first that neither this nor {@code before} writes anywhere; null if nothing is. */
    @Nullable
    NotPortable unwritten(ScratchUse before) {
        for (Map.Entry<String, NotPortable> read : reads.entrySet()) {
            if (!writes.contains(read.getKey()) && !before.writes.contains(read.getKey())) {
                return read.getValue();
            }
        }
        return null;
    }
}
