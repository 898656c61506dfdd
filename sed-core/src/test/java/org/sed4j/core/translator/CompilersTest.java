package org.sed4j.core.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Portability;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Parity;
import org.sed4j.core.run.Seed;

/**
 * Worlds live the same life as C and on the JVM whatever compiler made their class files, with and without what it tells
 * debuggers: the economy of the README, and the worlds of the other tests. {@code -Dsed4j.compilers=all} compares the lives of
 * them all, else of a few; that each is translated is seen of all.
 */
class CompilersTest {
    private static final boolean ALL = "all".equals(System.getProperty("sed4j.compilers"));
    private static final Path SOURCES = Path.of("src/test/java/org/sed4j/core/pomg");
    private static final String ROOM = "org.sed4j.core.pomg.";
    /** Files of many worlds; each has a method {@code all} that makes them. */
    private static final List<String> COLLECTIONS = List.of("DispatchWorlds", "NumberWorlds", "ReferenceWorlds");

    private final Path folder;

    CompilersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The economy of the README, with the imports that it leaves out. */
    static Path readme(Path into) throws IOException {
        String page = Files.readString(Path.of("../README.md"));
        String from = "<!-- custom economy -->\n```java\n";
        int start = page.indexOf(from) + from.length();
        String body = page.substring(start, page.indexOf("```\n<!-- /custom economy -->"));
        return Files.writeString(
                into.resolve("CustomGoods.java"),
                "import org.sed4j.core.game.*;\nimport org.sed4j.core.pomg.*;\nimport org.sed4j.core.run.*;\n" + body);
    }

    private FolderLoader compiled(Compilers compiler) throws IOException {
        assumeThat(compiler.missing()).as(String.valueOf(compiler.missing())).isEmpty();
        List<Path> sources =
                new ArrayList<>(List.of(readme(folder), Files.writeString(folder.resolve("Moody.java"), MOODY)));
        for (String name : List.of("Plain", "Market", "EscapeRoom")) {
            sources.add(SOURCES.resolve(name + ".java"));
        }
        COLLECTIONS.forEach(name -> sources.add(SOURCES.resolve(name + ".java")));
        compiler.compile(sources, folder);
        return new FolderLoader(folder);
    }

    private static Supplier<World> maker(ClassLoader loader, String name, int... arguments)
            throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[arguments.length];
        java.util.Arrays.fill(types, int.class);
        Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructor(types);
        constructor.setAccessible(true);
        Object[] values = java.util.Arrays.stream(arguments).boxed().toArray();
        return () -> {
            try {
                return (World) constructor.newInstance(values);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(broken);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Supplier<World>> collections(ClassLoader loader) throws ReflectiveOperationException {
        List<Supplier<World>> makers = new ArrayList<>();
        for (String name : COLLECTIONS) {
            Method all = loader.loadClass(ROOM + name).getDeclaredMethod("all");
            all.setAccessible(true);
            for (Arguments each : (Collection<Arguments>) all.invoke(null)) {
                makers.add((Supplier<World>) each.get()[1]);
            }
        }
        return makers;
    }

    private static void assertAlike(Supplier<World> maker) {
        assertThat(Parity.check(maker, Backend.NATIVE, 16, 60, Seed.of(4)).backend())
                .isEqualTo(Backend.NATIVE);
    }

    @ParameterizedTest
    @EnumSource
    void worlds_areTheSameInC_whoeverCompiledThem(Compilers compiler) throws Exception {
        Search<CCompiler> c = CCompiler.find();
        assumeThat(c.isFound()).as(c.message()).isTrue();
        FolderLoader loader = compiled(compiler);
        List<Supplier<World>> some = List.of(
                maker(loader, "CustomGoods"),
                maker(loader, "Moody"),
                maker(loader, ROOM + "Market", 3),
                maker(loader, ROOM + "EscapeRoom", 5, 2));
        some.forEach(CompilersTest::assertAlike);
        List<Supplier<World>> others = collections(loader);
        assertThat(others).hasSizeGreaterThan(15);
        for (Supplier<World> each : others) {
            assertThat(Portability.of(each.get()).refusals()).isEmpty();
            if (ALL) {
                assertAlike(each);
            }
        }
    }

    /** Its class files are resources: the compiler is sixty megabytes. */
    @Test
    void worldInKotlin_isTheSameInC() throws Exception {
        Search<CCompiler> c = CCompiler.find();
        assumeThat(c.isFound()).as(c.message()).isTrue();
        Path files = Path.of(Objects.requireNonNull(CompilersTest.class.getResource("kotlin/Fishery.class"))
                        .toURI())
                .getParent();
        Supplier<World> maker = maker(new FolderLoader(Objects.requireNonNull(files)), "Fishery");
        assertThat(Portability.of(maker.get()).toString()).isEqualTo("portable");
        assertAlike(maker);
    }

    @ParameterizedTest
    @EnumSource
    void auto_takesTheReadmesEconomy_whoeverCompiledIt(Compilers compiler) throws Exception {
        assumeThat(compiler.missing()).as(String.valueOf(compiler.missing())).isEmpty();
        compiler.compile(List.of(readme(folder)), folder);
        Supplier<World> maker = maker(new FolderLoader(folder), "CustomGoods");
        try (Pomg economy = Worlds.of(maker).batch(16).backend(Backend.AUTO).build()) {
            economy.reset();
            assertThat(economy.backing().backend())
                    .as(economy.backing().why())
                    .isEqualTo(CCompiler.find().isFound() ? Backend.NATIVE : Backend.JVM);
        }
    }

    /** What compilers do each in their own way: switches over enums and texts, asserts, inner classes, texts put together. */
    private static final String MOODY = """
            import org.sed4j.core.pomg.*;
            import org.sed4j.core.run.*;
            public final class Moody implements World {
                enum Mood { CALM, CROSS, GLAD { @Override int worth() { return 3; } }; int worth() { return ordinal(); } }
                record Move(int by, float pay) { Move { if (by < 0) { by = -by; } } }
                private final java.util.List<Mood> moods = java.util.List.of(Mood.values());
                private final String name = "glad";
                private final class Purse { private int coins; void add(int more) { coins += more + time % 2; } }
                private final Purse purse = new Purse();
                private final Spaces spaces = Spaces.players(2).actions(3).numbers("coins").build();
                private int time;
                @Override public Spaces spaces() { return spaces; }
                @Override public void reset(Rng rng) { time = 0; purse.coins = rng.below(9); }
                @Override public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
                    assert actions.length == 2 : "players " + actions.length;
                    for (int i = 0; i < 2; i++) {
                        Move move = new Move(actions[i] - 1, 0.5f * rng.below(5));
                        switch (moods.get(actions[i])) {
                            case CALM -> purse.add(move.by());
                            case CROSS -> purse.coins--;
                            default -> purse.coins += moods.get(actions[i]).worth();
                        }
                        rewards[i] = move.pay() + switch (name) { case "glad" -> purse.coins; case "sad" -> 1; default -> 2; };
                        if (purse.coins > 1_000_000) {
                            throw new IllegalStateException("too rich: " + purse.coins + " at " + time);
                        }
                    }
                    time++;
                }
                @Override public void observe(int player, float[] design, View out) { out.numbers[0] = purse.coins; }
            }
            """;
}
