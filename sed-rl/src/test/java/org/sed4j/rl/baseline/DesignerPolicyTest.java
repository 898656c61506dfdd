package org.sed4j.rl.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class DesignerPolicyTest {
    private static final Rng RNG = Seed.of(3).rng();

    /** 8, 27 and 125 designs for the paper's three sets of incentives for three actions (paper 004, section 4.2). */
    @Test
    void levels_areThePapersActionSpaces() {
        assertThat(new LevelPolicy(LevelPolicy.SMALL, 3).outputs()).isEqualTo(8);
        assertThat(new LevelPolicy(LevelPolicy.MEDIUM, 3).outputs()).isEqualTo(27);
        assertThat(new LevelPolicy(LevelPolicy.LARGE, 3).outputs()).isEqualTo(125);
        assertThatThrownBy(() -> new LevelPolicy(LevelPolicy.LARGE, 10)).hasMessageContaining("must be at most");
    }

    /** Number 1 + 0 · 3 + 2 · 9 = 19 is the design (1.1, 0, 2). */
    @Test
    void levels_areDigits() {
        LevelPolicy policy = new LevelPolicy(LevelPolicy.MEDIUM, 3);
        double[] z = new double[27];
        z[19] = 100;
        double[] drawn = new double[1];
        double[] design = new double[3];
        policy.draw(z, 0, RNG, drawn, 0, design, 0);
        assertThat(drawn[0]).isEqualTo(19);
        assertThat(design).containsExactly(1.1, 0, 2.0);
    }

    @Test
    void levels_scoreIsTheGradientOfTheLogProbability() {
        LevelPolicy policy = new LevelPolicy(List.of(0.0, 1.0), 2);
        double[] z = {0.3, -0.2, 0.7, 0.1};
        double[] drawn = {2};
        double[] cotangent = new double[4];
        policy.differentiate(z, 0, drawn, 0, 1.5, 0.25, cotangent);
        double h = 1e-6;
        for (int j = 0; j < 4; j++) {
            double kept = z[j];
            z[j] = kept + h;
            double ahead = levelObjective(z, 2);
            z[j] = kept - h;
            double behind = levelObjective(z, 2);
            z[j] = kept;
            assertThat(cotangent[j]).isCloseTo((ahead - behind) / (2 * h), within(1e-8));
        }
    }

    /** 1.5 · log p(a) + 0.25 · entropy. */
    private static double levelObjective(double[] z, int a) {
        double sum = 0;
        for (double score : z) {
            sum += Math.exp(score);
        }
        double entropy = 0;
        for (double score : z) {
            entropy -= Math.exp(score) / sum * (score - Math.log(sum));
        }
        return 1.5 * (z[a] - Math.log(sum)) + 0.25 * entropy;
    }

    /** Designs are low + width · sigmoid(u), and ∂ log N(u; z, 1) / ∂z = u - z. */
    @Test
    void gaussian_staysInTheBoxAndScoresItsDraw() {
        GaussianPolicy policy = new GaussianPolicy(DesignSpace.box(-1, 3, "x", "y"));
        double[] z = {0.4, -30};
        double[] drawn = new double[2];
        double[] design = new double[2];
        double[] cotangent = new double[2];
        policy.draw(z, 0, RNG, drawn, 0, design, 0);
        policy.differentiate(z, 0, drawn, 0, 2, 0, cotangent);
        for (int j = 0; j < 2; j++) {
            assertThat(design[j]).isCloseTo(-1 + 4 / (1 + Math.exp(-drawn[j])), within(1e-12));
            assertThat(cotangent[j]).isEqualTo(2 * (drawn[j] - z[j]));
        }
        assertThat(design[1]).isBetween(-1.0, -0.99);
    }
}
