package org.sed4j.envs.tax;

/** How Saez's formula is taken of a sample of incomes, where the published forms differ. */
public enum SaezVariant {
    /**
     * Welfare weights are those of the incomes themselves, 1/max(1, z); an income at the top cut is above it; below the poorest
     * bin the rate is that bin's.
     */
    INCOMES,
    /**
     * As in the released code of the AI Economist (044b409): within bins, weights are those of the bin's middle; an income at the
     * top cut lies in the last closed bin; below the poorest bin the rate rises in a straight line from 0.
     */
    RELEASED
}
