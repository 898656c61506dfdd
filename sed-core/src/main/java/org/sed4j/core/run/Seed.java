package org.sed4j.core.run;

/**
 * The root of a tree of independent random streams, split by name and by number.
 *
 * <p>{@code Seed.of(1).named("votes").at(3)} is the same stream in every run with seed 1, whatever else draws: adding a
 * consumer never shifts another one. A seed is a value; {@link #rng()} starts drawing from it.
 *
 * @param key the 64-bit key that all draws below this seed are hashed from
 */
public record Seed(long key) {

    /** The seed that a person typed. */
    public static Seed of(long seed) {
        return new Seed(Rng.mix(seed ^ 0x5ED4_5EED_0000_0001L));
    }

    /** The stream of that name below this one. */
    public Seed named(String name) {
        long hash = 0xCBF2_9CE4_8422_2325L; // FNV-1a, so that the stream does not depend on String.hashCode
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x0000_0100_0000_01B3L;
        }
        return new Seed(Rng.mix(key + Rng.mix(hash)));
    }

    /** The stream of that number below this one. */
    public Seed at(long number) {
        return new Seed(Rng.mix(key ^ Rng.mix(number + 0x9E37_79B9_7F4A_7C15L)));
    }

    /** A generator that draws this stream from its start. */
    public Rng rng() {
        Rng rng = new Rng();
        rng.seat(key, 0);
        return rng;
    }
}
