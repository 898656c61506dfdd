package org.sed4j.rl.metagradient;

import java.util.Arrays;
import org.sed4j.core.game.Mandate;
import org.sed4j.rl.network.Rows;

/** What a designer knows in a round beside what it sees: the parameters of the elected objective, the same in every row. */
public final class Context {
    /** Nothing. */
    public static final Context NONE = new Context(new float[0]);

    private final float[] parameters;

    private Context(float[] parameters) {
        this.parameters = parameters;
    }

    static Context of(double[] parameters) {
        float[] floats = new float[parameters.length];
        for (int j = 0; j < floats.length; j++) {
            floats[j] = (float) parameters[j];
        }
        return new Context(floats);
    }

    /** What a mandate tells, if the designer looks at it. */
    public static Context of(Mandate mandate, int parameters) {
        return parameters == 0 ? NONE : of(mandate.election().parameters());
    }

    double[] values() {
        double[] values = new double[parameters.length];
        Arrays.setAll(values, j -> parameters[j]);
        return values;
    }

    /** Rows of that many numbers with these parameters after them. */
    public Rows after(Rows rows, int numbers) {
        if (parameters.length == 0) {
            return rows;
        }
        return (first, count, codes, wide) -> {
            float[] own = new float[count * numbers];
            rows.fill(first, count, codes, own);
            int width = numbers + parameters.length;
            for (int i = 0; i < count; i++) {
                System.arraycopy(own, i * numbers, wide, i * width, numbers);
                System.arraycopy(parameters, 0, wide, i * width + numbers, parameters.length);
            }
        };
    }
}
