package org.sed4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Report;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;

/** The folders of a study's runs, each claimed for this process from the moment it is there: the study's own and one a seed. */
final class Held implements AutoCloseable {
    private final RunFolder study;
    private final Study by;
    private final List<RunFolder.Claim> claims = new ArrayList<>();
    private final Map<Long, RunFolder> members = new TreeMap<>();

    /**
     * Claims the folder and those in it that are there.
     *
     * @throws IllegalArgumentException if another process runs in one of them, or one is no run
     */
    Held(RunFolder study, Study by) throws IOException {
        this.study = study;
        this.by = by;
        try {
            claims.add(study.claim());
            long first = study.record().seed();
            int seeds = study.record().seeds();
            if (seeds == 1) {
                members.put(first, study);
                return;
            }
            for (int i = 0; i < seeds; i++) {
                Path root = study.member(first + i);
                if (Files.isSymbolicLink(root)) {
                    throw new IllegalArgumentException(
                            "run folder (" + root
                                    + ") must be a folder and is a link.\nMaybe the run came from somebody else: delete the link.");
                }
                if (Files.exists(root)) {
                    RunFolder member = RunFolder.open(root);
                    claims.add(member.claim());
                    members.put(first + i, member);
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Makes sure that all that going on needs can be read; writes nothing.
     *
     * @throws IOException if a file is damaged; the message names it
     * @throws IllegalArgumentException if a file that the configuration names is another one now
     */
    void check(Config config) throws IOException {
        by.check(config);
        Inputs.check(study, config, by.inputs(config));
        for (RunFolder member : members.values()) {
            member.check();
        }
        Report.check(study, members());
    }

    /** The run of a seed, made if it is not there. */
    RunFolder member(long seed, Config config) throws IOException {
        RunFolder there = members.get(seed);
        if (there != null) {
            return there;
        }
        String command = study.record().command();
        RunFolder made =
                RunFolder.create(study.member(seed), RunRecord.begun(seed, 1, command, config.yaml(), Instant.now()));
        claims.add(made.claim());
        Inputs.keep(made, config, by.inputs(config));
        members.put(seed, made);
        return made;
    }

    /** The runs that are there, by seed. */
    List<RunFolder> members() {
        return List.copyOf(members.values());
    }

    @Override
    public void close() throws IOException {
        for (RunFolder.Claim claim : claims) {
            claim.close();
        }
    }
}
