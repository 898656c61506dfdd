package org.sed4j.voting.rule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * What voters in a random order leave over.
 *
 * <p>Only voters who still tell two of what is left apart matter, and none of them has had its turn: after its turn a voter likes
 * all that is left alike, and so do all with its ballot. So the next who matters is one of them, each as likely, and the set
 * that is left says everything.
 */
final class SerialDictatorship {
    private final RankingProfile profile;
    private final Map<BitSet, List<BigFraction>> known = new HashMap<>();

    SerialDictatorship(RankingProfile profile) {
        this.profile = profile;
    }

    List<BigFraction> probabilities() {
        BitSet all = new BitSet();
        all.set(0, profile.candidates().size());
        return from(all);
    }

    private List<BigFraction> from(BitSet left) {
        List<BigFraction> found = known.get(left);
        if (found == null) {
            found = reckoned(left);
            known.put(left, found);
        }
        return found;
    }

    private List<BigFraction> reckoned(BitSet left) {
        BigFraction[] sum = Fractions.zeros(profile.candidates().size());
        long deciders = 0;
        for (int g = 0; g < profile.groups(); g++) {
            BitSet kept = best(g, left);
            if (profile.weight(g) == 0 || kept.equals(left)) {
                continue;
            }
            deciders += profile.weight(g);
            List<BigFraction> then = from(kept);
            for (int c = 0; c < sum.length; c++) {
                sum[c] = sum[c].add(then.get(c).multiply(profile.weight(g)));
            }
        }
        for (int c = 0; c < sum.length; c++) {
            if (deciders > 0) {
                sum[c] = sum[c].divide(deciders);
            } else if (left.get(c)) {
                sum[c] = new BigFraction(1, left.cardinality());
            }
        }
        return Arrays.asList(sum);
    }

    private BitSet best(int g, BitSet left) {
        int top = Integer.MAX_VALUE;
        for (int c = left.nextSetBit(0); c >= 0; c = left.nextSetBit(c + 1)) {
            top = Math.min(top, profile.level(g, c));
        }
        BitSet best = new BitSet();
        for (int c = left.nextSetBit(0); c >= 0; c = left.nextSetBit(c + 1)) {
            best.set(c, profile.level(g, c) == top);
        }
        return best;
    }
}
