package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypeMatrixTest {
    private static final List<String> NAMES = List.of("sigma", "beta");

    private static TypeMatrix two() {
        return TypeMatrix.of(NAMES, new double[] {0, 0}, new double[][] {{0.1, 0.2}, {0.3, 0.4}});
    }

    @Test
    void rowZero_isThePrincipals() {
        assertThat(two().players()).isEqualTo(2);
        assertThat(two().principal()).containsExactly(0, 0);
        assertThat(two().player(0)).containsExactly(0.1, 0.2);
        assertThat(two().get(1, "beta")).isEqualTo(0.4);
        assertThat(two().players("sigma")).containsExactly(0.1, 0.3);
    }

    @Test
    void typeMatrix_isAValueThatSharesNoArray() {
        double[][] rows = {{0.1, 0.2}, {0.3, 0.4}};
        TypeMatrix types = TypeMatrix.of(NAMES, new double[2], rows);
        rows[0][0] = 9;
        types.player(1)[0] = 9;
        types.principal()[0] = 9;
        assertThat(types).isEqualTo(two()).hasSameHashCodeAs(two());
    }

    @Test
    void aMisreport_changesOneRowOfACopy() {
        TypeMatrix misreport = two().withPlayer(1, 0.9, 0.8);
        assertThat(misreport.player(1)).containsExactly(0.9, 0.8);
        assertThat(misreport.player(0)).containsExactly(0.1, 0.2);
        assertThat(two().player(1)).containsExactly(0.3, 0.4);
        assertThat(misreport).isNotEqualTo(two());
    }

    @Test
    void aRaggedOrUndefinedRow_isNamed() {
        assertThatThrownBy(() -> TypeMatrix.of(NAMES, new double[2], new double[][] {{1, 2}, {3}}))
                .hasMessageContaining("length of the type of player 1 (1) must be 2");
        assertThatThrownBy(() -> TypeMatrix.of(NAMES, new double[1], new double[][] {{1, 2}}))
                .hasMessageContaining("the principal's type");
        assertThatThrownBy(() -> TypeMatrix.of(NAMES, new double[2], new double[][] {{1, Double.NaN}}))
                .hasMessageContaining("beta in the type of player 0 (NaN)");
        assertThatThrownBy(() -> TypeMatrix.of(NAMES, new double[2], new double[0][]))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> two().players("gamma"))
                .hasMessageContaining("gamma")
                .hasMessageContaining("[sigma, beta]");
    }
}
