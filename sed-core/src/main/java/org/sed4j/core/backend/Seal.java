package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A mark that only this user can put on a compiled program: a keyed hash (HMAC with SHA-256) of what it was made from and of
 * what is in it, under a secret that was drawn at random and is kept beside the programs in a file of mode 0600. So a
 * program that has been exchanged is not loaded even if somebody could write to the folder at some time.
 */
final class Seal {
    private static final String FILE = "secret";
    private static final int BYTES = 32;
    private static final int SHOWN = 32;

    private final byte[] secret;

    private Seal(byte[] secret) {
        this.secret = secret;
    }

    /**
     * The seal of a folder that is this user's alone; made, if there is none or others could have read it.
     *
     * @throws IOException if it cannot be read or made
     */
    static Seal of(Path folder, Custody custody) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && (!custody.isSecret(file) || Files.size(file) != BYTES)) {
            Files.delete(file);
        }
        if (!Files.exists(file)) {
            draw(folder, file);
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length != BYTES || !custody.isSecret(file)) {
            throw new IOException(file + " is no secret");
        }
        return new Seal(secret);
    }

    /** Of several processes that draw at once, the first to put its secret into place has drawn for all. */
    private static void draw(Path folder, Path file) throws IOException {
        Path aside = Files.createTempFile(folder, "secret", ".part"); // mode 0600
        try {
            Files.write(aside, drawn());
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException other) {
            // that one is read
        } catch (UnsupportedOperationException noLinks) {
            Files.move(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static byte[] drawn() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
            generator.init(8 * BYTES);
            return generator.generateKey().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    /** The mark of a program. */
    String on(String madeFrom, byte[] program) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(madeFrom.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(program)).substring(0, SHOWN);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
