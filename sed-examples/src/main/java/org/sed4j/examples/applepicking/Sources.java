package org.sed4j.examples.applepicking;

/** Where the numbers of the apple-picking society come from. */
final class Sources {
    static final String PAPER = "paper 002, appendix A";
    static final String CODE = "published code d9ef0c3";
    static final String MELTING_POT = "Melting Pot, commons_harvest__open";
    static final String OURS = "ours";

    private Sources() {}
}
