package org.sed4j.core.pomg;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sed4j.core.game.Require;

/**
 * What worlds are run on. Results do not depend on it: states and observations are equal to the bit, and a snapshot taken
 * on one continues on another.
 */
public enum Backend {
    /** The Java virtual machine, where a World was written; runs every World. */
    JVM,
    /** C made from the World's bytecode, compiled by the machine's C compiler when the batch is made. */
    NATIVE,
    /** CUDA C made from the World's bytecode, on a CUDA device. */
    CUDA,
    /** The fastest of the others that this machine and this World allow; {@link Pomg#backing} says which and why. */
    AUTO;

    /**
     * Property that, set to {@code false}, keeps codes, numbers and masks on a CUDA device, so that kernels can be measured without
     * their copies. Nobody can play by what is shown then.
     */
    public static final String COPIES = "sed4j.cuda.copies";

    /** Its name in commands and configurations: "jvm". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The backend of that name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Backend of(String label) {
        for (Backend each : values()) {
            if (each.label().equals(label)) {
                return each;
            }
        }
        String labels = Arrays.stream(values()).map(Backend::label).collect(Collectors.joining(", "));
        Require.that(false, "backend", label, "must be one of " + labels, "a letter is off");
        throw new AssertionError(label);
    }
}
