package org.sed4j.examples.certify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Turns;

/** The claims one after the other, a turn each: all seeds of it, some at a time. Results do not depend on how many at a time. */
final class CertifyTurns implements Turns, AutoCloseable {
    private final List<Claim> claims;
    private final long first;
    private final int seeds;
    private final ExecutorService workers;
    private final List<Judged> judged = new ArrayList<>();

    /**
     * @param first seed of the first ring
     * @param seeds rings a claim, at least 1
     * @param threads rings at a time, at least 1
     */
    CertifyTurns(List<Claim> claims, long first, int seeds, int threads) {
        this.claims = List.copyOf(claims);
        this.first = first;
        this.seeds = Require.atLeast(seeds, 1, "seeds");
        this.workers = Executors.newFixedThreadPool(Require.atLeast(threads, 1, "threads"));
    }

    /** Those that were played. */
    List<Judged> judged() {
        return List.copyOf(judged);
    }

    @Override
    public long number() {
        return judged.size();
    }

    @Override
    public boolean ended() {
        return judged.size() == claims.size();
    }

    @Override
    public long of() {
        return claims.size();
    }

    @Override
    public Map<String, Double> next() {
        Claim claim = claims.get(judged.size());
        List<Callable<Claim.Finding>> rings = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
            Seed chance = Seed.of(seed).named(claim.label());
            rings.add(() -> claim.ring().play(chance));
        }
        Judged one = new Judged(claim, all(rings));
        judged.add(one);
        return row(one);
    }

    private List<Claim.Finding> all(List<Callable<Claim.Finding>> rings) {
        try {
            List<Claim.Finding> findings = new ArrayList<>();
            for (Future<Claim.Finding> ring : workers.invokeAll(rings)) {
                findings.add(ring.get());
            }
            return findings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The table was interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Map<String, Double> row(Judged one) {
        Map<String, Double> row = new LinkedHashMap<>();
        row.put("claim", (double) judged.size());
        row.put("exact_policy", one.claim().truth().policy());
        row.put("exact_value", one.claim().truth().value());
        row.put("policy", one.policy().mean());
        row.put("value", one.value().mean());
        row.put("gap", one.gap().mean());
        row.put("regret", one.regret().mean());
        for (int s = 0; s < seeds; s++) {
            row.put("policy_" + (first + s), one.findings().get(s).policy());
            row.put("value_" + (first + s), one.findings().get(s).value());
        }
        return row;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(judged.size());
        for (Judged one : judged) {
            for (Claim.Finding finding : one.findings()) {
                out.writeDouble(finding.policy());
                out.writeDouble(finding.value());
                out.writeDouble(finding.worth());
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        judged.clear();
        int count = in.readInt();
        if (count < 0 || count > claims.size()) {
            throw new IOException("claims that were played (" + count + ") must be at most " + claims.size()
                    + ".\nMaybe the folder is of another version.");
        }
        for (int c = 0; c < count; c++) {
            List<Claim.Finding> findings = new ArrayList<>();
            for (int s = 0; s < seeds; s++) {
                findings.add(new Claim.Finding(in.readDouble(), in.readDouble(), in.readDouble()));
            }
            judged.add(new Judged(claims.get(c), findings));
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
