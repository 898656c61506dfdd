package org.sed4j.core.translator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes of a folder before those of the class path; what is shown as a class file may be other bytes than were loaded. */
final class FolderLoader extends ClassLoader {
    private final Path folder;
    private final Map<String, byte[]> shown = new HashMap<>();
    private final Map<String, byte[]> loaded = new HashMap<>();

    FolderLoader(Path folder) {
        super(FolderLoader.class.getClassLoader());
        this.folder = folder;
    }

    /** Shows these bytes as the file of that class. */
    FolderLoader show(String name, byte[] file) {
        shown.put(name.replace('.', '/') + ".class", file);
        return this;
    }

    /** Loads these bytes as that class, and shows them. */
    FolderLoader load(String name, byte[] file) {
        loaded.put(name, file);
        return show(name, file);
    }

    private Path file(String name) {
        String plain = name.replace('.', '/').replaceAll("[^A-Za-z0-9_/$]", "_"); // damaged names may be no paths
        return folder.resolve(plain + ".class");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            if (!loaded.containsKey(name) && !Files.exists(file(name))) {
                return super.loadClass(name, resolve);
            }
            try {
                byte[] bytes = loaded.containsKey(name) ? loaded.get(name) : Files.readAllBytes(file(name));
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] other = shown.get(name);
        if (other != null) {
            return new ByteArrayInputStream(other);
        }
        try {
            Path file = file(name.replaceAll("\\.class$", ""));
            return Files.exists(file) ? Files.newInputStream(file) : super.getResourceAsStream(name);
        } catch (IOException unreadable) {
            return null;
        }
    }
}
