package org.sed4j.core.pomg;

/**
 * What a batched POMG publishes: one set of preallocated tensors, rewritten in place by every step, reset and restore.
 *
 * <p>Axes: B worlds, n players, C = cells of a player's codes, F numbers of a player, K choices over all heads, C0 and F0
 * the principal's, k entries of a design, L ledger, M measures, G gauges. A carrier; owned by the Pomg, read by others.
 *
 * @param codes [B,n,C] what players see as symbols
 * @param numbers [B,n,F] what players see as numbers
 * @param masks [B,n,K] 1 where allowed; empty unless {@link Spaces#masked}
 * @param rewards [B,n] of the last step
 * @param terminated [B] 1 where the state is final
 * @param truncated [B] 1 where the world is cut off though more would follow
 * @param ended [B] 1 where terminated or truncated
 * @param due [B] 1 where the principal decides before the coming step
 * @param principalCodes [B,C0] written by consult, for due worlds only
 * @param principalNumbers [B,F0] written by consult, for due worlds only
 * @param design [B,k] in force
 * @param ledger [B,L] of the last step, for a {@link Settlement}
 * @param measures [B,n,M] of the last step
 * @param gauges [B,G] of the present state
 */
public record Tensors(
        ByteTensor codes,
        FloatTensor numbers,
        ByteTensor masks,
        FloatTensor rewards,
        ByteTensor terminated,
        ByteTensor truncated,
        ByteTensor ended,
        ByteTensor due,
        ByteTensor principalCodes,
        FloatTensor principalNumbers,
        FloatTensor design,
        FloatTensor ledger,
        FloatTensor measures,
        FloatTensor gauges) {

    /** Zeroed tensors for a batch. */
    public static Tensors zeros(Spaces s, int batch) {
        int n = s.players();
        return new Tensors(
                ByteTensor.zeros(batch, n, s.codes().cells()),
                FloatTensor.zeros(batch, n, s.numbers().size()),
                ByteTensor.zeros(batch, n, s.masked() ? s.choices() : 0),
                FloatTensor.zeros(batch, n),
                ByteTensor.zeros(batch),
                ByteTensor.zeros(batch),
                ByteTensor.zeros(batch),
                ByteTensor.zeros(batch),
                ByteTensor.zeros(batch, s.principalCodes().cells()),
                FloatTensor.zeros(batch, s.principalNumbers().size()),
                FloatTensor.zeros(batch, s.design().dimension()),
                FloatTensor.zeros(batch, s.ledger()),
                FloatTensor.zeros(batch, n, s.measures().size()),
                FloatTensor.zeros(batch, s.gauges().size()));
    }
}
