package org.sed4j.core.pomg;

import java.util.List;

/**
 * The whole state of some worlds: one self-contained record a world, so that B records can become any other batch.
 *
 * <p>A record holds the world's fields by name and type, its random key and step counter, and the design in force.
 * Immutable.
 *
 * @param schema names, types and lengths of the fields in a record, in order: what a record is read by, and checked
 *     against
 * @param records one for each world
 */
public record Snapshot(String schema, List<Bytes> records) {

    public Snapshot {
        records = List.copyOf(records);
    }

    /** An immutable array of bytes with equality by content. */
    public static final class Bytes {
        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /** A copy of these bytes. */
        public static Bytes of(byte[] bytes) {
            return new Bytes(bytes.clone());
        }

        /** A copy of the bytes. */
        public byte[] toArray() {
            return bytes.clone();
        }

        /** How many bytes there are. */
        public int length() {
            return bytes.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && java.util.Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }
}
