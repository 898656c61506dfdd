package org.sed4j.core.pomg.state;

import java.nio.ByteBuffer;

/** Arrays of primitives as bytes, in the order of the buffer; booleans as 0 and 1. */
final class Packed {
    private Packed() {}

    /** Appends a whole array. */
    static void put(Object array, ByteBuffer out) {
        int start = out.position();
        if (array instanceof byte[] bytes) {
            out.put(bytes);
        } else if (array instanceof int[] ints) {
            out.asIntBuffer().put(ints);
            out.position(start + ints.length * Integer.BYTES);
        } else if (array instanceof float[] floats) {
            out.asFloatBuffer().put(floats);
            out.position(start + floats.length * Float.BYTES);
        } else if (array instanceof long[] longs) {
            out.asLongBuffer().put(longs);
            out.position(start + longs.length * Long.BYTES);
        } else if (array instanceof double[] doubles) {
            out.asDoubleBuffer().put(doubles);
            out.position(start + doubles.length * Double.BYTES);
        } else if (array instanceof short[] shorts) {
            out.asShortBuffer().put(shorts);
            out.position(start + shorts.length * Short.BYTES);
        } else if (array instanceof char[] chars) {
            out.asCharBuffer().put(chars);
            out.position(start + chars.length * Character.BYTES);
        } else {
            for (boolean flag : (boolean[]) array) {
                out.put((byte) (flag ? 1 : 0));
            }
        }
    }

    /** Fills a whole array. */
    static void get(ByteBuffer in, Object array) {
        int start = in.position();
        if (array instanceof byte[] bytes) {
            in.get(bytes);
        } else if (array instanceof int[] ints) {
            in.asIntBuffer().get(ints);
            in.position(start + ints.length * Integer.BYTES);
        } else if (array instanceof float[] floats) {
            in.asFloatBuffer().get(floats);
            in.position(start + floats.length * Float.BYTES);
        } else if (array instanceof long[] longs) {
            in.asLongBuffer().get(longs);
            in.position(start + longs.length * Long.BYTES);
        } else if (array instanceof double[] doubles) {
            in.asDoubleBuffer().get(doubles);
            in.position(start + doubles.length * Double.BYTES);
        } else if (array instanceof short[] shorts) {
            in.asShortBuffer().get(shorts);
            in.position(start + shorts.length * Short.BYTES);
        } else if (array instanceof char[] chars) {
            in.asCharBuffer().get(chars);
            in.position(start + chars.length * Character.BYTES);
        } else {
            boolean[] flags = (boolean[]) array;
            for (int i = 0; i < flags.length; i++) {
                flags[i] = in.get() != 0;
            }
        }
    }

    /** Which number from {@code start} to the buffer's position is the first NaN; -1 if none is. */
    static int firstNaN(Class<?> type, ByteBuffer written, int start) {
        int end = written.position();
        if (type == float.class) {
            for (int at = start; at < end; at += Float.BYTES) {
                if (Float.isNaN(written.getFloat(at))) {
                    return (at - start) / Float.BYTES;
                }
            }
        } else if (type == double.class) {
            for (int at = start; at < end; at += Double.BYTES) {
                if (Double.isNaN(written.getDouble(at))) {
                    return (at - start) / Double.BYTES;
                }
            }
        }
        return -1;
    }
}
