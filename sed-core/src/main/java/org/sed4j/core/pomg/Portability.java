package org.sed4j.core.pomg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.translator.Translation;

/**
 * Whether a world can be translated, so that it runs on other backends than the JVM; found out without a compiler.
 *
 * @param refusals what prevents it: class, method, line, reason and what to do, one for each face of the world; none if
 *     nothing does
 * @param notes what is left to the JVM though the world is portable: drawing first states
 */
public record Portability(List<String> refusals, List<String> notes) {
    public Portability {
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /** Examines a world; any one of those that its maker makes. */
    public static Portability of(World example) {
        List<String> refusals = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try {
            Translation attempt = Translation.attempt(Translations.example(example));
            attempt.refusals().forEach(each -> refusals.add(String.valueOf(each.getMessage())));
            attempt.onlyOnJvm().ifPresent(why -> notes.add("reset runs on the JVM: " + why));
        } catch (IllegalArgumentException noWorld) {
            refusals.add(String.valueOf(noWorld.getMessage()));
        }
        return new Portability(refusals.stream().distinct().toList(), notes);
    }

    /** Whether nothing prevents it. */
    public boolean portable() {
        return refusals.isEmpty();
    }

    @Override
    public String toString() {
        return (portable() ? "portable" : "not portable: " + String.join("\n", refusals))
                + (notes.isEmpty() ? "" : "\n" + String.join("\n", notes));
    }
}
