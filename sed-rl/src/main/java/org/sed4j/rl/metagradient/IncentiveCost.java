package org.sed4j.rl.metagradient;

/** ψ: what incentives cost the designer in training. */
public enum IncentiveCost {
    /** Nothing. */
    NONE,
    /** What is paid out, Σ_t γ^t Σ_i (R_i(ledger, φ) - R_i(ledger, low)), as the paper writes. */
    PAID,
    /** Σ_t γ^t Σ_j (φ_j - low_j) / (high_j - low_j), paid to somebody or not, as the published code has it. */
    OUTPUTS
}
