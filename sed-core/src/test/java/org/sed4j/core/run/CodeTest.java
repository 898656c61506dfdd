package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeTest {
    private final Path temp;

    CodeTest(@TempDir Path temp) {
        this.temp = temp;
    }

    private Path folder(String name, Map<String, String> files) throws IOException {
        Path root = temp.resolve(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path to = root.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.writeString(to, file.getValue());
        }
        return root;
    }

    private Path jar(String name, Map<String, String> files) throws IOException {
        Path to = temp.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("org/sed4j/"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return to;
    }

    private static String digest(Path... places) throws IOException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return Code.read(loader);
        }
    }

    private static Map<String, String> files(String... namesAndTexts) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return files;
    }

    @Test
    void jarsAndFolders_inAnyOrder_areTheSameCode() throws IOException {
        Map<String, String> core = files("org/sed4j/core/A.class", "one", "org/sed4j/core/B.class", "two");
        Map<String, String> turned = files("org/sed4j/core/B.class", "two", "org/sed4j/core/A.class", "one");
        Map<String, String> envs = files("org/sed4j/envs/a map.txt", "WWS");
        String folders = digest(folder("core dir", core), folder("envs", envs));
        assertThat(digest(jar("envs", envs), jar("core", turned))).isEqualTo(folders);
        assertThat(folders).hasSize(64);
    }

    @Test
    void oneByte_oneName_orOneMoreClass_isOtherCode() throws IOException {
        String code = digest(folder("a", files("org/sed4j/A.class", "one")));
        assertThat(digest(folder("b", files("org/sed4j/A.class", "onf")))).isNotEqualTo(code);
        assertThat(digest(folder("c", files("org/sed4j/B.class", "one")))).isNotEqualTo(code);
        assertThat(digest(folder("d", files("org/sed4j/A.class", "one", "org/sed4j/B.class", ""))))
                .isNotEqualTo(code);
    }

    @Test
    void codeOfOthers_doesNotCount() throws IOException {
        String code = digest(folder("a", files("org/sed4j/A.class", "one")));
        Path mixed = folder("b", files("org/sed4j/A.class", "one", "com/mine/Economy.class", "x"));
        assertThat(digest(mixed)).isEqualTo(code);
    }

    @Test
    void codeThatIsNotShown_isNotKnown() throws IOException {
        assertThat(digest(folder("a", files("com/mine/Economy.class", "x")))).isEmpty();
        URLStreamHandler elsewhere = new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                return temp.toUri().toURL().openConnection();
            }
        };
        ClassLoader packed = new ClassLoader(null) {
            @Override
            protected Enumeration<URL> findResources(String name) throws IOException {
                return Collections.enumeration(List.of(new URL(null, "packed:/" + name, elsewhere)));
            }
        };
        assertThat(Code.read(packed)).isEmpty();
    }

    @Test
    void digest_isThatOfTheClassesHere() throws IOException {
        assertThat(Code.digest()).matches("[0-9a-f]{64}").isEqualTo(Code.digest());
    }
}
