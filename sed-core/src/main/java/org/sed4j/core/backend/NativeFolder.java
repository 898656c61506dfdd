package org.sed4j.core.backend;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The folder that native code is unpacked to, compiled to and loaded from: one that is this user's alone, where programs may
 * run. All native code of the process goes through here: worlds that were compiled, and the libraries of ND4J, OpenBLAS and
 * JNA, which would otherwise be unpacked to places that others may guess and be first at.
 *
 * <p>Taken is the first that is private ({@link Custody}) and can be used, of: what the property {@value #PROPERTY} names,
 * or else where the system keeps what can be made again, or a folder of this user's in the one for temporary files; then a fresh
 * one, which lasts as long as the process.
 *
 * @param path the folder
 * @param lasts whether the next process will find it
 * @param instead what is wrong with those that were to be taken first, as clauses; empty if nothing
 */
public record NativeFolder(Path path, boolean lasts, String instead) {
    /** The system property that names the folder. */
    public static final String PROPERTY = "sed4j.cache";
    /** JavaCPP's own, which names the folder that ND4J's and OpenBLAS' libraries are unpacked to. */
    private static final String JAVACPP = "org.bytedeco.javacpp.cachedir";
    /** JNA's own, the same for its library. */
    private static final String JNA = "jna.tmpdir";

    /**
     * The folder of this process: looked for once.
     *
     * @return it, or why there is none and what that needs
     */
    public static Search<NativeFolder> ofUser() {
        return Once.FOUND;
    }

    /**
     * Tells the libraries that unpack native code where to; to be called before ND4J is first touched. Where their own
     * properties name a folder, that is left to whoever named it. Calling it again changes nothing.
     *
     * @throws IllegalArgumentException naming the property, if no folder can be had
     */
    public static void prepare() {
        if (!Once.prepared) {
            tell(JNA, "jna");
            tell(JAVACPP, "javacpp");
            Once.prepared = true;
        }
    }

    /** What {@link #prepare} has thrown, as what came of a search. */
    static <T> Search<T> missing(IllegalArgumentException nowhere) {
        String[] lines = String.valueOf(nowhere.getMessage()).split("\\.\nMaybe |\\.$");
        return Search.missing(lines[0], lines.length > 1 ? lines[1] : "a folder can be named");
    }

    private static void tell(String property, String name) {
        if (!System.getProperty(property, "").isBlank()) {
            return;
        }
        Search<NativeFolder> found = ofUser();
        Search<Path> folder = found.isFound()
                ? PrivateFolder.at(found.tool().path.resolve(name), Custody.ours())
                : Search.missing(found.why(), found.remedy());
        if (!folder.isFound()) {
            throw new IllegalArgumentException(property + " (not set) has to name a folder for native libraries here: "
                    + folder.why() + ".\nMaybe -D" + property + "=FOLDER with one of your own, or -D" + PROPERTY
                    + "=FOLDER for all native code.");
        }
        System.setProperty(property, folder.tool().toString());
    }

    /** The first of these that can be used; else a fresh one in one of those. */
    static Search<NativeFolder> choose(List<Path> lasting, List<Path> temporary, Custody custody) {
        List<String> wrong = new ArrayList<>();
        for (Path each : lasting) {
            Search<Path> folder = PrivateFolder.at(each, custody);
            if (folder.isFound()) {
                return Search.found(new NativeFolder(folder.tool(), true, String.join("; ", wrong)));
            }
            wrong.add(folder.why());
        }
        for (Path each : temporary) {
            Search<Path> folder = PrivateFolder.fresh(each, custody);
            if (folder.isFound()) {
                return Search.found(new NativeFolder(folder.tool(), false, String.join("; ", wrong)));
            }
            wrong.add(folder.why());
        }
        return Search.missing(
                "There is no folder to load native code from that is this user's alone: " + String.join("; ", wrong),
                "the property " + PROPERTY + " names another folder");
    }

    /** Where it may be, best first. */
    static List<Path> lasting(
            String named, Map<String, String> environment, String home, String system, String temporary, int user) {
        List<Path> folders = new ArrayList<>();
        if (!named.isBlank()) {
            return List.of(Path.of(named));
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (system.startsWith("Windows") && !local.isBlank()) {
            add(folders, local, "sed4j/cache");
        } else if (!xdg.isBlank() && isAbsolute(xdg)) {
            add(folders, xdg, "sed4j");
        } else {
            add(folders, home, system.startsWith("Mac") ? "Library/Caches/sed4j" : ".cache/sed4j");
        }
        if (isAbsolute(temporary) && Files.isDirectory(Path.of(temporary))) { // it is not ours to make
            add(folders, temporary, "sed4j-" + user);
        }
        return folders;
    }

    /** Without a home Java names it "?", and a relative path is none that means the same tomorrow. */
    private static void add(List<Path> folders, String root, String below) {
        if (isAbsolute(root)) {
            folders.add(Path.of(root, below));
        }
    }

    private static boolean isAbsolute(String path) {
        try {
            return !path.isBlank() && Path.of(path).isAbsolute();
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static final class Once {
        static final Search<NativeFolder> FOUND = found();
        static volatile boolean prepared;

        private static Search<NativeFolder> found() {
            String temporary = System.getProperty("java.io.tmpdir", "");
            List<Path> fresh = new ArrayList<>();
            for (String each : List.of(temporary, System.getenv().getOrDefault("XDG_RUNTIME_DIR", ""))) {
                if (isAbsolute(each)) {
                    fresh.add(Path.of(each));
                }
            }
            Custody custody = Custody.ours();
            Search<NativeFolder> found = choose(
                    lasting(
                            System.getProperty(PROPERTY, ""),
                            System.getenv(),
                            System.getProperty("user.home", ""),
                            System.getProperty("os.name"),
                            temporary,
                            custody.user()),
                    fresh,
                    custody);
            if (found.isFound() && !found.tool().lasts()) {
                Leftovers.remove(found.tool().path());
            }
            return found;
        }
    }
}
