package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.tie.TieBreak;
import org.sed4j.voting.tie.TieContext;
import org.sed4j.voting.tie.TiePolicy;

/**
 * How one count is conducted: what happens to ties inside its rounds, and what is written down.
 *
 * <p>Without a policy, every way a tie could fall is followed (parallel universes), and whoever wins in one of them is a
 * winner. With a policy each tie is resolved once, recorded, and answered the same if it comes up again. Used for one count;
 * not thread-safe.
 */
public final class Count {
    private static final int DEFAULT_BRANCHES = 100_000;

    private final Optional<TiePolicy> policy;
    private final Optional<TieContext> context;
    private final boolean keepsAccount;
    private final int branches;
    private final Map<String, List<Integer>> resolved = new HashMap<>();
    private final List<TieBreak> ties = new ArrayList<>();
    private final List<String> account = new ArrayList<>();

    private Count(Optional<TiePolicy> policy, Optional<TieContext> context, boolean keepsAccount, int branches) {
        this.policy = policy;
        this.context = context;
        this.keepsAccount = keepsAccount;
        this.branches = branches;
    }

    /** Follows every way a tie could fall; keeps no account. */
    public static Count parallel() {
        return new Count(Optional.empty(), Optional.empty(), false, DEFAULT_BRANCHES);
    }

    /** Follows every way a tie could fall, with an account. */
    public static Count explained() {
        return new Count(Optional.empty(), Optional.empty(), true, DEFAULT_BRANCHES);
    }

    /** Resolves ties inside rounds by that policy, with an account. */
    public static Count resolving(TiePolicy policy, TieContext context) {
        return new Count(Optional.of(policy), Optional.of(context), true, DEFAULT_BRANCHES);
    }

    /** The same kind of count, afresh, that gives up following ties after that many branches. */
    public Count limited(int branches) {
        return new Count(policy, context, keepsAccount, branches);
    }

    /** Whether ties inside rounds are followed rather than resolved. */
    boolean followsTies() {
        return policy.isEmpty();
    }

    /** After how many branches following ties is given up, and the outcome marked inexact. */
    int branches() {
        return branches;
    }

    /** The tied, the most favoured first, by the policy; recorded if it is new. */
    List<Integer> order(List<Integer> tied, String where) {
        if (tied.size() == 1) {
            return tied;
        }
        TiePolicy asked = policy.orElseThrow();
        TieContext seen = context.orElseThrow();
        return resolved.computeIfAbsent(where + tied, key -> {
            List<Integer> order = asked.order(tied, where, seen);
            Candidates field = seen.candidates();
            TieBreak tie = new TieBreak(where, field.names(tied), field.names(order), asked.name());
            ties.add(tie);
            note(tie::toString);
            return List.copyOf(order);
        });
    }

    /** The tied one that is dropped. */
    int last(List<Integer> tied, String where) {
        List<Integer> order = order(tied, where);
        return order.get(order.size() - 1);
    }

    /** The tied one that is taken. */
    int first(List<Integer> tied, String where) {
        return order(tied, where).get(0);
    }

    /** Whether lines are kept. */
    boolean keepsAccount() {
        return keepsAccount;
    }

    /** Writes a line, if an account is kept. */
    void note(Supplier<String> line) {
        if (keepsAccount) {
            account.add(line.get());
        }
    }

    List<TieBreak> ties() {
        return ties;
    }

    List<String> account() {
        return account;
    }
}
