package org.sed4j.core.translator;

/**
 * A scalar or array of a world's state, and where it is.
 *
 * @param path how it is reached from the world: {@code purses[2].coin}
 * @param type the type of the scalar or of the array's elements
 * @param length of the array; -1 for a scalar
 * @param packed where it begins in the bytes that the engine writes: little-endian, in the order of the walk, nothing between
 * @param offset where it begins in a record of the generated program
 * @param bytes its length in both
 */
public record Member(String path, Class<?> type, int length, int packed, int offset, int bytes) {}
