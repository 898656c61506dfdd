package org.sed4j.rl.network;

/**
 * A network as a function f(θ, x) of parameters and rows, in double precision, with its derivative in θ both ways.
 *
 * <p>{@link Executor} reads a network's own parameters and is made for large batches of floats. A tape is told the parameters,
 * so that one can stand at θ, at θ' and between them, and remembers the rows that it evaluated last, so that derivatives at
 * them cost no second evaluation. It works on memory that it holds from the start. One caller at a time.
 *
 * <p>Protocol: {@link #bind} parameters, {@link #evaluate} rows, then any of {@link #pullback} and {@link #tangent}.
 */
public interface Tape {

    /** The most rows that it can evaluate at a time. */
    int maxRows();

    /** Length of θ, in the order of {@link Network#parameters()}. */
    int parameterCount();

    /** Length of one row of outputs. */
    int outputs();

    /**
     * Takes θ; what is evaluated from here on is evaluated there.
     *
     * @param parameters [parameterCount]; read until others are taken, and not to be written meanwhile
     */
    void bind(double[] parameters);

    /**
     * Evaluates rows [0, count).
     *
     * @return [count · outputs], row by row, maybe longer; the tape's own memory, valid until the next call of this method
     * @throws IllegalArgumentException if {@code count} is below 0 or above {@link #maxRows()}
     */
    double[] evaluate(Rows rows, int count);

    /**
     * Adds (∂f/∂θ)ᵀ · cotangents over the rows evaluated last.
     *
     * @param cotangents [count · outputs]
     * @param gradient [parameterCount], added to
     */
    void pullback(double[] cotangents, double[] gradient);

    /**
     * Writes (∂f/∂θ) · direction for the rows evaluated last.
     *
     * @param direction [parameterCount]
     * @param tangents [count · outputs], overwritten
     */
    void tangent(double[] direction, double[] tangents);

    /** The best step of a central difference along a direction, relative to the size of the parameters: 1e-5 in doubles. */
    double relativeStep();

    /** How {@link #tangent} is computed, in one sentence: exactly, or by differences and because of which layer. */
    String tangentMethod();
}
