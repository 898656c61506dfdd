package org.sed4j.core.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Portability;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;

/**
 * Damaged class files are translated or refused by the documented message, never answered with an index error, a hang or an
 * overflow: bytes changed, cut and repeated in the files of worlds, and instructions changed in code that is well formed
 * otherwise. The world itself was loaded from the file as it was.
 *
 * <p>{@code -Dsed4j.fuzz.seed=7} takes another seed; {@code -Dsed4j.fuzz=MINUTES} goes on for that long.
 */
class ClassFileFuzzTest {
    private static final int FILES = 500;
    private static final int RANDOM_FILES = 100;
    private static final int METHODS = 20;
    private static final long SEED = Long.getLong("sed4j.fuzz.seed", 2026);
    private static final int MINUTES = Integer.getInteger("sed4j.fuzz", 0);

    private final Rng rng = new Rng();

    /** A world and a class file of it or of a part of it. */
    private record Subject(Path folder, String world, String part, byte[] file) {
        World made(FolderLoader loader) throws ReflectiveOperationException {
            boolean market = world.endsWith(".Market"); // it takes a number
            Constructor<?> constructor = loader.loadClass(world)
                    .getDeclaredConstructor(market ? new Class<?>[] {int.class} : new Class<?>[0]);
            constructor.setAccessible(true);
            return (World) constructor.newInstance(market ? new Object[] {3} : new Object[0]);
        }
    }

    /** Class files of worlds that other tests are about, and of their parts. */
    private static List<Subject> subjects(Path folder) throws IOException {
        Path room = Path.of("src/test/java/org/sed4j/core/pomg");
        List<Path> sources = new ArrayList<>(List.of(CompilersTest.readme(folder)));
        List.of("Plain", "Market", "PublicGoods", "DispatchWorlds", "ReferenceWorlds", "NumberWorlds")
                .forEach(name -> sources.add(room.resolve(name + ".java")));
        Compilers.JAVAC.compile(sources, folder);
        List<Subject> subjects = new ArrayList<>();
        List<String> worlds = List.of(
                "CustomGoods",
                "org.sed4j.core.pomg.Market",
                "org.sed4j.core.pomg.ReferenceWorlds$Swapping",
                "org.sed4j.core.pomg.ReferenceWorlds$Passing",
                "org.sed4j.core.pomg.DispatchWorlds$Hiding",
                "org.sed4j.core.pomg.DispatchWorlds$Moods",
                "org.sed4j.core.pomg.NumberWorlds$Ways",
                "org.sed4j.core.pomg.NumberWorlds$Extremes");
        for (String world : worlds) {
            Path file = folder.resolve(world.replace('.', '/') + ".class");
            String stem = file.getFileName().toString().replace(".class", "");
            try (Stream<Path> files = Files.list(Objects.requireNonNull(file.getParent()))) {
                for (Path each : files.sorted().toList()) {
                    String name = each.getFileName().toString();
                    if (name.equals(stem + ".class") || name.startsWith(stem + "$")) {
                        String part = folder.relativize(each)
                                .toString()
                                .replace(".class", "")
                                .replace('/', '.');
                        subjects.add(new Subject(folder, world, part, Files.readAllBytes(each)));
                    }
                }
            }
        }
        return subjects;
    }

    @Test
    void damagedClassFiles_areTranslatedOrRefused(@TempDir Path folder) throws Exception {
        List<Subject> subjects = subjects(folder);
        long end = System.nanoTime() + MINUTES * 60_000_000_000L;
        int refused = 0;
        int translated = 0;
        int n = 0;
        for (; n < FILES || System.nanoTime() < end; n++) {
            rng.seat(SEED, n);
            Subject subject = subjects.get(n % subjects.size());
            byte[] damaged = rng.below(2) == 0 ? bytes(subject.file()) : instructions(subject.file());
            FolderLoader loader = new FolderLoader(subject.folder()).show(subject.part(), damaged);
            World world = subject.made(loader);
            String told = "seed " + SEED + ", file " + n + " (" + subject.part() + ")";
            Portability portability = examined(world, told);
            assertThat(portability.toString()).as(told).doesNotContain("stops the translator");
            for (String each : portability.refusals()) {
                assertThat(each).as(told).contains(".\nMaybe ").endsWith(".").hasSizeLessThan(1_000);
            }
            refused += portability.portable() ? 0 : 1;
            translated += portability.portable() ? 1 : 0;
        }
        System.out.println("Damaged class files: " + n + " from seed " + SEED + ", " + refused + " refused.");
        assertThat(refused).isGreaterThan(FILES / 10);
        assertThat(translated).isGreaterThan(FILES / 20);
    }

    /** Random methods over everything that is translated, damaged: what they are compiled to, no economy may have. */
    @Test
    void damagedFilesOfRandomClasses_areTranslatedOrRefused(@TempDir Path folder) throws Exception {
        StringBuilder methods = new StringBuilder();
        for (int m = 0; m < METHODS; m++) {
            rng.seat(SEED, m);
            methods.append(new Grammar(rng).method(m));
        }
        Path source = Files.writeString(folder.resolve("Random.java"), Scaffold.of("Random", methods.toString()));
        Compilers.JAVAC.compile(List.of(source), folder);
        byte[] whole = Files.readAllBytes(folder.resolve("Random.class"));
        int refused = 0;
        for (int n = 0; n < RANDOM_FILES; n++) {
            rng.seat(SEED, FILES + n);
            byte[] damaged = rng.below(2) == 0 ? bytes(whole) : instructions(whole);
            FolderLoader loader = new FolderLoader(folder).show("Random", damaged);
            Constructor<?> constructor = loader.loadClass("Random").getDeclaredConstructor();
            constructor.setAccessible(true);
            Object object = constructor.newInstance();
            Specimen specimen = new Specimen(object);
            for (int m = 0; m < METHODS; m++) {
                Program program = new Program(loader);
                new StateRecord(specimen.pieces()).enter(program.memory());
                try {
                    program.entry(object, "m" + m, "()V", List.of());
                } catch (NotPortable refusal) {
                    refused++;
                } catch (RuntimeException | Error thrown) {
                    throw new AssertionError("seed " + SEED + ", random file " + n + ", m" + m, thrown);
                }
            }
        }
        assertThat(refused).isGreaterThan(RANDOM_FILES);
    }

    @Test
    void auto_goesOnOnTheJvm_whereAClassFileCannotBeRead(@TempDir Path folder) throws Exception {
        Subject subject = subjects(folder).get(0);
        byte[] future = subject.file().clone();
        future[7] = 99; // the form of Java 55
        for (byte[] file :
                List.of(future, Arrays.copyOf(future, 40), new byte[0], "no class".getBytes(StandardCharsets.UTF_8))) {
            FolderLoader loader = new FolderLoader(folder).show(subject.part(), file);
            try (Pomg economy = Worlds.of(() -> {
                        try {
                            return subject.made(loader);
                        } catch (ReflectiveOperationException broken) {
                            throw new IllegalStateException(broken);
                        }
                    })
                    .batch(16)
                    .backend(Backend.AUTO)
                    .build()) {
                economy.reset();
                assertThat(economy.backing().backend()).isEqualTo(Backend.JVM);
                assertThat(economy.backing().why())
                        .contains(
                                "CustomGoods is not portable: CustomGoods uses CustomGoods, whose class file cannot be read")
                        .doesNotContain("\n");
            }
        }
    }

    private static Portability examined(World world, String told) {
        try {
            return Portability.of(world);
        } catch (Throwable thrown) { // whatever it is
            throw new AssertionError(told + " ends in " + thrown, thrown);
        }
    }

    /** Some bytes changed, or the file cut, or a piece of it put elsewhere. */
    private byte[] bytes(byte[] file) {
        byte[] damaged = file.clone();
        switch (rng.below(6)) {
            case 0 -> damaged = Arrays.copyOf(file, rng.below(file.length));
            case 1 -> {
                int length = 1 + rng.below(16);
                System.arraycopy(
                        file, rng.below(file.length - length), damaged, rng.below(file.length - length), length);
            }
            default -> {
                for (int i = 1 + rng.below(4); i > 0; i--) {
                    int at = 4 + rng.below(file.length - 4);
                    damaged[at] =
                            rng.below(2) == 0 ? (byte) rng.below(256) : (byte) (damaged[at] ^ (1 << rng.below(8)));
                }
            }
        }
        return damaged;
    }

    /** A file that reads well, with an instruction left out, doubled, moved or changed in one of its methods. */
    private byte[] instructions(byte[] file) {
        ClassNode node = new ClassNode();
        new ClassReader(file).accept(node, ClassReader.SKIP_FRAMES);
        List<MethodNode> methods =
                node.methods.stream().filter(m -> m.instructions.size() > 3).toList();
        if (methods.isEmpty()) {
            return bytes(file);
        }
        MethodNode method = methods.get(rng.below(methods.size()));
        InsnList code = method.instructions;
        for (int i = 1 + rng.below(2); i > 0; i--) {
            change(node, method, code, code.get(rng.below(code.size())));
        }
        try {
            ClassWriter writer = new ClassWriter(0);
            node.accept(writer);
            return writer.toByteArray();
        } catch (RuntimeException unwritable) { // a label is gone that something needs
            return bytes(file);
        }
    }

    private void change(ClassNode node, MethodNode method, InsnList code, AbstractInsnNode insn) {
        int op = insn.getOpcode();
        switch (rng.below(8)) {
            case 0 -> {
                if (op >= 0) {
                    code.remove(insn);
                }
            }
            case 1 -> {
                if (op >= 0) {
                    code.insert(insn, insn.clone(new Labels()));
                }
            }
            case 2 -> method.maxLocals = rng.below(70_000) & 0xFFFF;
            case 3 -> method.maxStack = rng.below(70_000) & 0xFFFF;
            case 4 -> method.access ^= rng.below(2) == 0 ? Opcodes.ACC_STATIC : Opcodes.ACC_SYNCHRONIZED;
            case 5 -> {
                if (insn instanceof FieldInsnNode field && !node.fields.isEmpty()) {
                    field.name = node.fields.get(rng.below(node.fields.size())).name;
                } else if (insn instanceof MethodInsnNode call && !node.methods.isEmpty()) {
                    MethodNode other = node.methods.get(rng.below(node.methods.size()));
                    call.name = other.name;
                    call.desc = other.desc;
                    call.owner = node.name;
                }
            }
            case 6 -> node.superName = rng.below(2) == 0 ? node.name : "no/Such";
            default -> {
                if (op >= Opcodes.IADD && op <= Opcodes.DCMPG && op != Opcodes.IINC) {
                    code.set(insn, new org.objectweb.asm.tree.InsnNode(Opcodes.IADD + rng.below(20)));
                } else if (op >= Opcodes.NOP && op <= Opcodes.DCONST_1) {
                    code.set(insn, new org.objectweb.asm.tree.InsnNode(rng.below(16)));
                }
            }
        }
    }

    /** Every label stands for itself. */
    private static final class Labels
            extends java.util.AbstractMap<org.objectweb.asm.tree.LabelNode, org.objectweb.asm.tree.LabelNode> {
        @Override
        public org.objectweb.asm.tree.@org.jspecify.annotations.Nullable LabelNode get(Object key) {
            return (org.objectweb.asm.tree.LabelNode) key;
        }

        @Override
        public java.util.Set<Entry<org.objectweb.asm.tree.LabelNode, org.objectweb.asm.tree.LabelNode>> entrySet() {
            return java.util.Set.of();
        }
    }
}
