package org.sed4j.voting;

/** A vote that cannot be held as it was asked for: which option is at fault, what it must be, and what may have been meant. */
public final class UnfitVote extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String option;
    private final String rule;
    private final String cause;

    UnfitVote(String option, Object value, String rule, String cause) {
        super(option + " (" + value + ") must " + rule + ".\nMaybe " + cause + ".");
        this.option = option;
        this.rule = rule;
        this.cause = cause;
    }

    /** The option of {@link Votes} at fault. */
    public String option() {
        return option;
    }

    /** What it must do, such as "be at most 3". */
    public String rule() {
        return rule;
    }

    /** What may have been meant. */
    public String likely() {
        return cause;
    }
}
