package org.sed4j.examples.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.society.Play;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.examples.bench.CustomGoods;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.principal.Principals;
import org.sed4j.voting.Votes;

/** An economy of one's own in a society that votes, is governed and learns; with report, replay and resume. */
public final class E01Society {
    private E01Society() {}

    /** The society, for so many rounds. */
    public static Society society(long rounds) {
        return Society.of(CustomGoods::new)
                .types(TypeSpace.uniform(4, "selfishness"))
                .objectives(Welfare.mixes("reward"))
                .vote(Votes.parse("schulze", "selfishness"))
                .principal(Principals.ppo())
                .followers(Populations.ppo())
                .rounds(100, 10)
                .planned(rounds)
                .worlds(16)
                .build();
    }

    /** Plays it in a folder, or goes on with it there. */
    public static void main(String[] arguments) throws IOException {
        Map<String, Double> results = Play.of(society(200)).seed(1).in(Path.of(arguments[0]));
        results.forEach((name, value) -> System.out.println(name + " " + value));
    }
}
