package org.sed4j.examples.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Appraisal;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;

/** A run that was trained in one program, taken up in another: nobody learns any more, on worlds nobody has seen. */
public final class E06TrainedElsewhere {
    private E06TrainedElsewhere() {}

    /**
     * What the run in that folder has come to.
     *
     * @param society as the run was told
     */
    public static Map<String, Double> appraise(Society society, Path run) throws IOException {
        RunFolder folder = RunFolder.open(run);
        try (Session session = society.begin(Seed.of(folder.record().seed()))) {
            folder.checkpoints(1).load(session);
            return Appraisal.of(session, 0).figures();
        }
    }
}
