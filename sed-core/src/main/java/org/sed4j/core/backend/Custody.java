package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who could change what is kept at a path. A path is in this user's custody if what it names is the user's and nobody else
 * can write it, and if no folder or link on the way there could be turned elsewhere by somebody else: each belongs to this
 * user or to root, and is not writable by others, unless it is a folder like /tmp where nobody can rename what is another's
 * (sticky). Group and others are one here; an access list shows in the group's bits.
 *
 * <p>Where files have no owners and modes as POSIX has them (Windows), nothing is asked: what protects a user's profile there
 * has to protect what is in it.
 */
final class Custody {
    private static final int KIND = 0170000;
    private static final int LINK = 0120000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0022;
    private static final int OTHERS = 0077;
    private static final int ROOT = 0;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    /** As many links as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final int user;

    /** As that user would see it. */
    Custody(int user) {
        this.user = user;
    }

    /** As the user of this process sees it. */
    static Custody ours() {
        return new Custody(Me.USER);
    }

    /** What of a path anybody else could change, as a clause about it; empty if nothing, or if the path has no folder yet. */
    String objection(Path path) {
        return !POSIX ? "" : walk(path, true);
    }

    /** The same of the folders that are there already; whether what is missing could be made safely below them. */
    String objectionAbove(Path path) {
        return !POSIX ? "" : walk(path, false);
    }

    /** The user's number, to tell users' folders apart. */
    int user() {
        return user;
    }

    /** Whether a file is a plain one, this user's own, and closed to all others. */
    boolean isSecret(Path file) {
        return !POSIX || is(file, OTHERS);
    }

    /** Whether a file is a plain one and this user's own, and others cannot write it. */
    boolean isOwn(Path file) {
        return !POSIX || is(file, OTHERS_WRITE);
    }

    private boolean is(Path file, int closed) {
        Map<String, Object> found = attributes(file);
        return found != null && owner(found) == user && (mode(found) & KIND) == FILE && (mode(found) & closed) == 0;
    }

    private String walk(Path path, boolean whole) {
        Path absolute = path.toAbsolutePath();
        Path at = Objects.requireNonNull(absolute.getRoot());
        Deque<Path> ahead = new ArrayDeque<>();
        absolute.forEach(ahead::add);
        String wrong = onTheWay(at);
        for (int links = 0; wrong.isEmpty() && !ahead.isEmpty(); ) {
            Path name = ahead.pop();
            if (name.toString().isEmpty() || name.toString().equals(".")) {
                continue;
            }
            if (name.toString().equals("..")) {
                at = at.getParent() == null ? at : at.getParent();
                continue;
            }
            Path next = at.resolve(name);
            Map<String, Object> found = attributes(next);
            if (found == null) {
                return whole ? next + " is not there" : "";
            }
            if (owner(found) != user && owner(found) != ROOT) {
                return next + " belongs to another user";
            }
            if ((mode(found) & KIND) == LINK) {
                if (++links > MOST_LINKS) {
                    return next + " is a link that leads nowhere";
                }
                at = follow(next, at, ahead);
            } else {
                at = next;
                wrong = ahead.isEmpty() && whole ? atTheEnd(at, found) : onTheWay(at);
            }
        }
        return wrong;
    }

    private static Path follow(Path link, Path at, Deque<Path> ahead) {
        try {
            Path target = Files.readSymbolicLink(link);
            ArrayDeque<Path> names = new ArrayDeque<>();
            target.forEach(names::add);
            names.descendingIterator().forEachRemaining(ahead::push);
            return target.isAbsolute() ? Objects.requireNonNull(target.getRoot()) : at;
        } catch (IOException gone) {
            ahead.clear();
            return link; // an end that is no folder
        }
    }

    private String onTheWay(Path folder) {
        Map<String, Object> found = attributes(folder);
        if (found == null || (mode(found) & KIND) != FOLDER) {
            return folder + " is no folder";
        }
        if (owner(found) != user && owner(found) != ROOT) {
            return folder + " belongs to another user";
        }
        boolean open = (mode(found) & OTHERS_WRITE) != 0 && (mode(found) & STICKY) == 0;
        return open ? folder + " can be written by others (mode " + shown(found) + ")" : "";
    }

    private String atTheEnd(Path folder, Map<String, Object> found) {
        if ((mode(found) & KIND) != FOLDER) {
            return folder + " is no folder";
        }
        if (owner(found) != user) {
            return folder + " belongs to another user";
        }
        return (mode(found) & OTHERS_WRITE) != 0
                ? folder + " can be written by others (mode " + shown(found) + ")"
                : "";
    }

    private static String shown(Map<String, Object> found) {
        return Integer.toOctalString(mode(found) & 07777);
    }

    private static @Nullable Map<String, Object> attributes(Path path) {
        try {
            return Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException none) {
            return null;
        }
    }

    private static int owner(Map<String, Object> found) {
        return ((Number) Objects.requireNonNull(found.get("uid"))).intValue();
    }

    private static int mode(Map<String, Object> found) {
        return ((Number) Objects.requireNonNull(found.get("mode"))).intValue();
    }

    /** Who this process is: the owner of what it makes. */
    private static final class Me {
        /** The user's number; none that a file has where it cannot be found out. */
        static final int USER = number();

        private static int number() {
            try {
                return uid(Path.of("/proc/self"));
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
                return ofNewFile();
            }
        }

        private static int ofNewFile() {
            try {
                Path file = Files.createTempFile("sed4j", "");
                try {
                    return uid(file);
                } finally {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException nowhere) {
                return -1;
            }
        }

        private static int uid(Path path) throws IOException {
            return ((Number) Files.getAttribute(path, "unix:uid")).intValue();
        }
    }
}
