package org.sed4j.examples.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.pomg.Portability;
import org.sed4j.core.pomg.World;
import org.sed4j.envs.oracle.Aim;
import org.sed4j.envs.oracle.Answer;

class CertifiedEconomiesTest {
    /**
     * From two players to 100,000: worlds can be made and translated, and oracles answer with a design of their world's Φ.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 25, 100_000})
    void everyEconomy_isMadeForAnyNumber(int players) {
        for (CertifiedEconomies.Certified each : CertifiedEconomies.all(players)) {
            World world = each.maker().get();
            assertThat(world.spaces().players()).isEqualTo(players);
            assertThat(each.oracle().players()).isEqualTo(players);
            Design best = each.oracle().design(each.oracle().utilitarian());
            assertThat(world.spaces().design().contains(best))
                    .as("%s: %s", each.name(), best)
                    .isTrue();
            if (players <= 25) {
                assertThat(Portability.of(world).portable()).as(each.name()).isTrue();
                Answer answer = each.oracle().best(Aim.utilitarian());
                assertThat(answer.utilities()).hasSize(players);
                assertThat(answer.value()).isEqualTo(Aim.utilitarian().value(each.oracle(), answer.policy()));
            }
        }
    }

    @Test
    void onePlayer_isNoSociety() {
        assertThatThrownBy(() -> CertifiedEconomies.all(1)).hasMessageContaining("players (1) must be at least 2");
    }
}
