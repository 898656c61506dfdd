package org.sed4j.core.society;

import java.util.List;
import java.util.Optional;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.run.Seed;

/** The parts that learn nothing: what every other one is measured against. */
public final class PlainOffers {
    private PlainOffers() {}

    /** Nobody changes the law. */
    public static final class None implements PrincipalOffer {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public String about() {
            return "nobody changes the law";
        }

        @Override
        public PrincipalPart part(Config config) {
            return PrincipalPart.of(name(), Principal.idle());
        }
    }

    /** What was elected, where the vote is on the law itself. */
    public static final class Elected implements PrincipalOffer {
        @Override
        public String name() {
            return "elected";
        }

        @Override
        public String about() {
            return "enacts the law that was elected: for vote.objective=design";
        }

        @Override
        public PrincipalPart part(Config config) {
            return Policies.enacting();
        }
    }

    /** One design for ever. */
    public static final class Fixed implements PrincipalOffer {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public String about() {
            return "one design for ever, principal.design";
        }

        @Override
        public List<Key> keys() {
            return List.of(Key.numbers("principal.design").means("the design: one number, or one for each entry"));
        }

        @Override
        public PrincipalPart part(Config config) {
            double[] told = config.numbers("principal.design");
            return new PrincipalPart() {
                @Override
                public String name() {
                    return "fixed";
                }

                @Override
                public Optional<String> objection(Setting setting) {
                    int entries = setting.spaces().design().dimension();
                    if (told.length != 1 && told.length != entries) {
                        return Optional.of("principal.design has " + told.length + " numbers, and a design has "
                                + entries + " " + setting.spaces().design().names()
                                + "; give one number for all, or one for each.");
                    }
                    String objection =
                            setting.spaces().design().objection(design(setting).toArray());
                    return objection.isEmpty() ? Optional.empty() : Optional.of(objection + ".");
                }

                private Design design(Setting setting) {
                    double[] all = new double[setting.spaces().design().dimension()];
                    for (int j = 0; j < all.length; j++) {
                        all[j] = told[told.length == 1 ? 0 : j];
                    }
                    return Design.of(all);
                }

                @Override
                public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
                    return Principal.fixed(design(setting));
                }
            };
        }
    }

    /** Players who act at random. */
    public static final class Random implements FollowersOffer {
        @Override
        public String name() {
            return "random";
        }

        @Override
        public String about() {
            return "anything that is allowed, as likely";
        }

        @Override
        public FollowersPart part(Config config) {
            return FollowersPart.of(name(), new RandomFollowers());
        }
    }
}
