package org.sed4j.core.game;

/**
 * The record of one round: what was voted, designed, lived and left behind.
 *
 * @param number k, counted from 0
 * @param types θ, true types
 * @param reports θ as reported to the vote
 * @param election what came of the vote
 * @param design φ_k, in force at the first step, the mean over worlds
 * @param outcome what followed
 * @param welfare O_k of the outcome
 * @param before hash of the state the round began in
 * @param after hash of the state s_T it ended in, where the next one begins
 */
public record Round(
        int number,
        TypeMatrix types,
        TypeMatrix reports,
        Election election,
        Design design,
        Outcome outcome,
        double welfare,
        long before,
        long after) {}
