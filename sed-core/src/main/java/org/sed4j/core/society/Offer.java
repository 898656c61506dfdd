package org.sed4j.core.society;

import java.util.List;
import org.sed4j.core.config.Key;

/**
 * Something that a society can be told by name: an economy, a principal, followers, a vote. Offers are found on the class
 * path by {@link java.util.ServiceLoader}: a jar that names its own in {@code META-INF/services} adds to every command and
 * configuration.
 */
public interface Offer {

    /** What it is called: lower-case words with hyphens. */
    String name();

    /** What it is, in a line. */
    String about();

    /** What can be set of it, each key in the section that its kind has; none if not said. */
    default List<Key> keys() {
        return List.of();
    }
}
