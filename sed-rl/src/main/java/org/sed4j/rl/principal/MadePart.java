package org.sed4j.rl.principal;

import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;

/**
 * A part put together from what it objects to and how it is made.
 *
 * @param name what messages call it
 * @param fit why it cannot govern in a setting, if it cannot
 * @param maker makes it
 */
record MadePart(String name, Function<Setting, Optional<String>> fit, Maker maker) implements PrincipalPart {

    /** Makes a principal. */
    @FunctionalInterface
    interface Maker {
        Principal<Pomg> make(Setting setting, Seed seed);
    }

    @Override
    public Optional<String> objection(Setting setting) {
        return designless(setting).or(() -> fit.apply(setting));
    }

    /** What every principal objects to that designs. */
    static Optional<String> designless(Setting setting) {
        return setting.spaces().design().dimension() > 0
                ? Optional.empty()
                : Optional.of("the economy has no design, so there is nothing to set; the idle principal fits it.");
    }

    /** What an attempt to make something objects to, in one line. */
    static Optional<String> tried(Runnable attempt) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (IllegalArgumentException refusal) {
            return Optional.of(String.valueOf(refusal.getMessage()).replace('\n', ' '));
        }
    }

    @Override
    public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
        return maker.make(setting, seed);
    }
}
