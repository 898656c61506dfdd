package org.sed4j.core.society;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.sed4j.core.config.Nearest;

/** What there is to make societies of, found on the class path. */
public final class Offers {
    private Offers() {}

    /**
     * All offers of a kind, by name.
     *
     * @throws IllegalArgumentException if two have one name, naming their classes
     */
    public static <T extends Offer> List<T> all(Class<T> kind) {
        List<T> all = new ArrayList<>();
        ServiceLoader.load(kind).forEach(all::add);
        all.sort(Comparator.comparing(Offer::name));
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).name().equals(all.get(i - 1).name())) {
                throw new IllegalArgumentException("offer (" + all.get(i).name() + ") must be one only, and is both "
                        + all.get(i - 1).getClass().getName() + " and "
                        + all.get(i).getClass().getName() + ".\nMaybe a jar is on the class path twice.");
            }
        }
        return List.copyOf(all);
    }

    /**
     * The offer of that name.
     *
     * @param what the kind is called in a message
     * @throws IllegalArgumentException naming the nearest, if there is none
     */
    public static <T extends Offer> T named(Class<T> kind, String what, String name) {
        List<T> all = all(kind);
        return all.stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> unknown(what, name, all.stream().map(Offer::name).toList()));
    }

    /**
     * Who offers votes by that rule.
     *
     * @throws IllegalArgumentException naming the nearest rule, if nobody does
     */
    public static VoteOffer vote(String rule) {
        List<String> known = new ArrayList<>();
        for (VoteOffer offer : all(VoteOffer.class)) {
            if (offer.rules().contains(VoteOffer.stem(rule))) {
                return offer;
            }
            known.addAll(offer.rules());
        }
        throw unknown("vote", rule, known);
    }

    private static IllegalArgumentException unknown(String what, String name, List<String> names) {
        String likely = names.isEmpty() ? "a jar is missing" : "you meant " + Nearest.to(name, names);
        return new IllegalArgumentException(
                what + " (" + name + ") must be one of " + names + ".\nMaybe " + likely + ".");
    }
}
