package org.sed4j.examples.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.TextFile;
import org.sed4j.core.stackelberg.file.GameFile;
import org.sed4j.core.stackelberg.file.NfgReader;
import org.sed4j.voting.io.BallotFile;

/**
 * Every reader of ballots and games on valid files with a few bytes, words or lines changed: each is read, or refused by one
 * clear message. Long on demand: {@code -Dsed4j.fuzz=MINUTES}; another seed: {@code -Dsed4j.fuzz.seed=N}. A finding is cut down
 * to the smallest input that shows it.
 */
class ReadersFuzzTest {
    private static final int EACH = 1_000;
    private static final long SEED = Long.getLong("sed4j.fuzz.seed", 2026);

    /** What breaks readers: numbers at their edges, marks of the formats, characters that are not what they seem. */
    private static final List<String> WORDS = List.of(
            "0",
            "-1",
            "1e400",
            "NaN",
            "Infinity",
            "2147483648",
            "9223372036854775807",
            "99999999999999999999",
            "1/0",
            "0x1",
            "\uFF11\uFF12",
            "\u001B[2J",
            "\u202E",
            "\uFEFF",
            "\uD800",
            "\0",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "\"",
            "\\",
            "#",
            ":",
            ";",
            ",",
            "=",
            ">",
            "/",
            "*",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\u2028",
            "[[[[[[[[[[",
            "{{{{{{{{{{",
            "null",
            "true",
            "# NUMBER ALTERNATIVES: 2147483647\n",
            "# ALTERNATIVE NAME 1: x\n",
            "VOTES\n",
            "META\n",
            "1,1,1,1,1,1,1,1,1,1,1");

    private static Map<String, String> valid() throws Exception {
        Map<String, String> valid = new LinkedHashMap<>();
        String names = """
                # NUMBER ALTERNATIVES: 3
                # NUMBER VOTERS: 5
                # NUMBER UNIQUE ORDERS: 2
                # ALTERNATIVE NAME 1: Ann
                # ALTERNATIVE NAME 2: Bob, the elder
                # ALTERNATIVE NAME 3: Cid
                """;
        valid.put("a.soc", names + "4: 2,1,3\n1: 3, 1, 2\n");
        valid.put("a.soi", names + "4: 2\n1: 3, 1\n");
        valid.put("a.toc", names + "4: {2,3},1\n1: 3,1,2\n");
        valid.put("a.toi", names + "4: {2,3}\n1: 3,1,\n");
        valid.put(
                "a.cat",
                names.replace("ORDERS", "PREFERENCES")
                        + "# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n4: 1,{2,3}\n1: {},{1,2}\n");
        valid.put("old.soc", "3\n1,Ann\n2,Bob, the elder\n3,Cid\n6,6,2\n4,2,1,3\n2,3,1,2\n");
        valid.put(
                "a.blt",
                "4 2\n-2\n3 1 3 4 0\n2 4 1=3 0 # x\n(b) 1 - 2 0\n0\n\"Adam\"\n\"Basil\"\nCharlotte\n\"Don\"\n\"T\"\n");
        valid.put(
                "a.abif",
                "# x\n{\"title\": \"t\"}\n=A:[Ann Lee]\n=\"B\":[Bob]\n27: A/5 > \"B\"/2 > C/0\n3*B/4,A/4\n10:\n2: [C]/1:{\"m\":2}\n");
        valid.put("a.pb", """
                META
                key;value
                budget;2500.5
                num_projects;3
                vote_type;approval
                PROJECTS
                project_id;cost;name
                1;600;"a;b"
                2;800;x
                4;1400;y
                VOTES
                voter_id;vote;points
                1;1,2;3,1
                2;4;2
                3;;
                """);
        String page = Files.readString(Path.of("../docs/game-file.md"));
        String[] parts = page.split("```json\n", -1);
        valid.put("a.json", parts[1].substring(0, parts[1].indexOf("```")));
        valid.put("b.json", parts[2].substring(0, parts[2].indexOf("```")));
        valid.put("a.nfg", "NFG 1 R \"t\" { \"1\" \"2\" } { 3 2 }\n\n1 1 0 2/3 0 2.5 1 1 -0 3 2 0\n");
        valid.put(
                "b.nfg",
                "NFG 1 R \"t\" { \"1\" \"2\" }\n{ { \"a\" \"b\" }\n{ \"x\" \"\" } }\n\"c\"\n{\n{ \"\" 1, 1 }\n{ \"\" 0, 2 }\n}\n1 2 0 1\n");
        return valid;
    }

    private static void read(String name, byte[] bytes) {
        String text = TextFile.decode(name, bytes);
        if (name.endsWith(".json")) {
            GameFile.parse(text);
        } else if (name.endsWith(".nfg")) {
            NfgReader.parse(text);
        } else {
            BallotFile.parse(name, text.lines().toList());
        }
    }

    /** What is wrong with how the reader answers; empty if nothing is. */
    private static String fault(String name, byte[] bytes) {
        try {
            read(name, bytes);
            return "";
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            boolean clear = message.contains(".\nMaybe ") && message.length() < 2_000;
            boolean steers = message.chars().anyMatch(c -> (c != '\n' && Character.isISOControl(c)) || c == 0x202E);
            return clear && !steers ? "" : "message: " + message.substring(0, Math.min(300, message.length()));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return e.getClass().getName();
        }
    }

    private static byte[] mutated(String text, Rng rng) {
        String now = text;
        for (int changes = 1 + rng.below(4); changes > 0; changes--) {
            int a = rng.below(now.length() + 1);
            int b = Math.min(now.length(), a + rng.below(rng.below(8) == 0 ? 200 : 6));
            String word = WORDS.get(rng.below(WORDS.size()));
            now = switch (rng.below(6)) {
                case 0 -> now.substring(0, a) + now.substring(b);
                case 1 -> now.substring(0, a) + word + now.substring(a);
                case 2 -> now.substring(0, a) + word + now.substring(b);
                case 3 -> now.substring(0, b) + now.substring(a, b).repeat(1 + rng.below(50)) + now.substring(b);
                case 4 -> now.substring(0, a);
                default -> now.substring(0, a) + (char) rng.below(0x300) + now.substring(b);
            };
        }
        byte[] bytes = now.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && rng.below(10) == 0) {
            bytes[rng.below(bytes.length)] = (byte) rng.below(256);
        }
        return bytes;
    }

    /** Shorter and shorter pieces are taken out, while the fault stays. */
    private static byte[] smallest(String name, byte[] bytes, String fault) {
        byte[] least = bytes;
        for (int piece = least.length / 2; piece > 0; piece /= 2) {
            for (int at = 0; at + piece <= least.length; ) {
                byte[] shorter = new byte[least.length - piece];
                System.arraycopy(least, 0, shorter, 0, at);
                System.arraycopy(least, at + piece, shorter, at, shorter.length - at);
                if (fault(name, shorter).equals(fault)) {
                    least = shorter;
                } else {
                    at += piece;
                }
            }
        }
        return least;
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void everyReader_readsOrRefuses_whateverAFileHolds() throws Exception {
        Map<String, String> valid = valid();
        valid.forEach((name, text) -> read(name, text.getBytes(StandardCharsets.UTF_8)));
        long end = System.nanoTime() + Long.getLong("sed4j.fuzz", 0) * 60_000_000_000L;
        long trial = 0;
        for (; trial < EACH || System.nanoTime() < end; trial++) {
            for (Map.Entry<String, String> file : valid.entrySet()) {
                Rng rng = Seed.of(SEED).named(file.getKey() + " " + trial).rng();
                byte[] bytes = mutated(file.getValue(), rng);
                String fault = fault(file.getKey(), bytes);
                if (!fault.isEmpty()) {
                    String least = new String(smallest(file.getKey(), bytes, fault), StandardCharsets.ISO_8859_1);
                    assertThat(fault)
                            .as("%s, seed %d, trial %d: %s", file.getKey(), SEED, trial, least.replace("\n", "\\n"))
                            .isEmpty();
                }
            }
        }
        System.out.println("Mutated ballots and games: " + trial * valid.size() + " from seed " + SEED + ".");
    }

    @Test
    void lists_thatAreNestedWithoutEnd_areRefused() {
        assertThat(fault("a.json", "[".repeat(200_000).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(fault("a.json", "{\"leader\":".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(fault("a.nfg", ("NFG 1 R \"\" " + "{".repeat(200_000)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(fault("a.soi", ("4: " + "{".repeat(200_000)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(fault("a.soi", ("4: " + "1,".repeat(200_000)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(fault("a.abif", ("4: " + "A>".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
