package org.sed4j.core.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Which build of this library runs, to the byte: versions under development share a name, and what one prints another may not.
 *
 * <p>Economies and mechanisms of others are not part of it.
 */
public final class Code {
    private static final String HOME = "org/sed4j/";

    private Code() {}

    /**
     * SHA-256 in hexadecimal over names and bytes of all of the library's classes and resources that are on the class path, in the
     * order of their names: the same whether they lie in jars or folders. Read once: some tenths of a second.
     *
     * <p>Empty where a class loader does not show them, as when they were packed into another kind of archive.
     */
    public static String digest() {
        return Once.DIGEST;
    }

    private static final class Once {
        static final String DIGEST = read(Code.class.getClassLoader());
    }

    static String read(ClassLoader loader) {
        Map<String, byte[]> parts = new TreeMap<>();
        try {
            for (URL place : Collections.list(loader.getResources(HOME))) {
                if (place.openConnection() instanceof JarURLConnection jar) {
                    readJar(jar, parts);
                } else {
                    readFolder(Path.of(URI.create(place.toString())), parts);
                }
            }
        } catch (IOException | FileSystemNotFoundException | IllegalArgumentException hidden) {
            return ""; // a run does not fail for want of its build's name
        }
        if (parts.isEmpty()) {
            return "";
        }
        MessageDigest all = RunRecord.sha256();
        parts.forEach((name, digest) -> {
            all.update(name.getBytes(StandardCharsets.UTF_8));
            all.update((byte) 0);
            all.update(digest);
        });
        return HexFormat.of().formatHex(all.digest());
    }

    private static void readJar(JarURLConnection connection, Map<String, byte[]> parts) throws IOException {
        connection.setUseCaches(false); // else closing it would close the class loader's own
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && entry.getName().startsWith(HOME)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        parts.put(entry.getName(), digest(in));
                    }
                }
            }
        }
    }

    private static void readFolder(Path home, Map<String, byte[]> parts) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(home)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = home.relativize(file).toString().replace('\\', '/');
            try (InputStream in = Files.newInputStream(file)) {
                parts.put(HOME + name, digest(in));
            }
        }
    }

    private static byte[] digest(InputStream in) throws IOException {
        MessageDigest sha = RunRecord.sha256();
        try (BufferedInputStream bytes = new BufferedInputStream(in)) {
            byte[] some = new byte[8192];
            for (int read = bytes.read(some); read >= 0; read = bytes.read(some)) {
                sha.update(some, 0, read);
            }
        }
        return sha.digest();
    }
}
