package org.sed4j.examples.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sed4j.core.pomg.Portability;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * The economies that come with the library, with a byte or two of their class files changed: translated or refused by the
 * documented message. The classes that run are whole. {@code -Dsed4j.fuzz.seed=7} takes another seed,
 * {@code -Dsed4j.fuzz=MINUTES} goes on for that long.
 */
class DamagedClassFilesTest {
    private static final int FILES = 60;
    private static final long SEED = Long.getLong("sed4j.fuzz.seed", 2026);
    private static final int MINUTES = Integer.getInteger("sed4j.fuzz", 0);

    private record Subject(String economy, String file) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("custom", "org.sed4j.examples.bench.CustomGoods"),
            new Subject("escape-room", "org.sed4j.envs.escaperoom.EscapeRoom"),
            new Subject("harvest", "org.sed4j.envs.harvest.Harvest"),
            new Subject("harvest", "org.sed4j.envs.harvest.Orchard"),
            new Subject("cleanup", "org.sed4j.envs.cleanup.Cleanup"),
            new Subject("gtb", "org.sed4j.envs.gtb.GatherTradeBuild"));

    /** Loads the economies anew, and shows a damaged file for one of their classes. */
    private static final class Loader extends ClassLoader {
        private final String name;
        private final byte[] shown;

        Loader(String name, byte[] shown) {
            super(DamagedClassFilesTest.class.getClassLoader());
            this.name = name;
            this.shown = shown;
        }

        @Override
        protected Class<?> loadClass(String type, boolean resolve) throws ClassNotFoundException {
            boolean ours = type.startsWith("org.sed4j.envs.") || type.startsWith("org.sed4j.examples.");
            if (!ours) {
                return super.loadClass(type, resolve);
            }
            synchronized (getClassLoadingLock(type)) {
                Class<?> known = findLoadedClass(type);
                if (known != null) {
                    return known;
                }
                try {
                    byte[] whole = file(type);
                    return defineClass(type, whole, 0, whole.length);
                } catch (IOException missing) {
                    throw new ClassNotFoundException(type, missing);
                }
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String resource) {
            boolean damaged = resource.equals(name.replace('.', '/') + ".class");
            return damaged ? new ByteArrayInputStream(shown) : super.getResourceAsStream(resource);
        }
    }

    private static byte[] file(String type) throws IOException {
        String name = "/" + type.replace('.', '/') + ".class";
        try (InputStream in = DamagedClassFilesTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    private static World world(Subject subject, byte[] damaged) throws ReflectiveOperationException {
        Class<?> shipped = new Loader(subject.file(), damaged).loadClass(Shipped.class.getName());
        Supplier<?> maker =
                (Supplier<?>) shipped.getMethod("maker", String.class).invoke(null, subject.economy());
        return (World) Objects.requireNonNull(maker.get());
    }

    @Test
    void shippedEconomies_withDamagedFiles_areTranslatedOrRefused() throws Exception {
        long end = System.nanoTime() + MINUTES * 60_000_000_000L;
        Rng rng = new Rng();
        List<Boolean> portable = new ArrayList<>();
        for (int n = 0; n < FILES || System.nanoTime() < end; n++) {
            rng.seat(SEED, n);
            Subject subject = SUBJECTS.get(n % SUBJECTS.size());
            byte[] damaged = file(subject.file());
            for (int i = 1 + rng.below(2); i > 0; i--) {
                damaged[8 + rng.below(damaged.length - 8)] ^= (byte) (1 << rng.below(8));
            }
            String told = "seed " + SEED + ", file " + n + " (" + subject.file() + ")";
            Portability found = Portability.of(world(subject, damaged));
            portable.add(found.portable());
            assertThat(found.toString()).as(told).doesNotContain("stops the translator");
            assertThat(found.refusals()).as(told).allMatch(each -> each.contains(".\nMaybe ") && each.endsWith("."));
        }
        System.out.println("Damaged class files of shipped economies: " + portable.size() + " from seed " + SEED + ".");
        assertThat(portable).contains(true, false);
    }
}
