package org.sed4j.core.pomg.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sed4j.core.pomg.Spaces;

/** Makes steppers, each compiled for one class and shape of world: one hidden class for each pair, kept with the world's class. */
final class Steppers {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType CONSTRUCTOR =
            MethodType.methodType(void.class, Roster.class, Stage.class, Stepper.Failures.class);

    private static final ClassValue<Map<Shape, MethodHandle>> MADE = new ClassValue<>() {
        @Override
        protected Map<Shape, MethodHandle> computeValue(Class<?> world) {
            return new ConcurrentHashMap<>();
        }
    };

    private Steppers() {}

    /** A stepper for the worlds of a roster. */
    static Stepper of(Roster roster, Spaces spaces, Stage stage, Stepper.Failures failures) {
        MethodHandle constructor = MADE.get(roster.world(0).getClass())
                .computeIfAbsent(Shape.of(spaces, roster.settles()), Steppers::compiledFor);
        try {
            return (Stepper) constructor.invoke(roster, stage, failures);
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A stepper could not be made.", impossible);
        }
    }

    private static MethodHandle compiledFor(Shape shape) {
        String name = ShapedStepper.class.getSimpleName() + ".class";
        try (InputStream code = ShapedStepper.class.getResourceAsStream(name)) {
            if (code == null) {
                throw new IllegalStateException(name + " is not beside its class.\nMaybe the jar was stripped.");
            }
            MethodHandles.Lookup copy = LOOKUP.defineHiddenClassWithClassData(code.readAllBytes(), shape, true);
            return copy.findConstructor(copy.lookupClass(), CONSTRUCTOR);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (IllegalAccessException | NoSuchMethodException impossible) {
            throw new IllegalStateException("A stepper could not be made.", impossible);
        }
    }

    /** The shape that a copy was made for. */
    static Shape shape(MethodHandles.Lookup copy) {
        try {
            return MethodHandles.classData(copy, "_", Shape.class);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("A stepper could not be made.", impossible);
        }
    }
}
