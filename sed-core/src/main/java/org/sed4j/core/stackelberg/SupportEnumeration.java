package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.lp.Fractions;

/**
 * The extreme Nash equilibria of a two-player game, by enumerating supports, in exact arithmetic.
 *
 * <p>For every set I of rows and every set J of as many columns, the mixture over I that makes J equally good replies is
 * found, and likewise for the other player; a pair of mixtures is an equilibrium if each one's support lies within the
 * best replies to the other. Supports of a pair need not be of one size, nor I and J be those of one equilibrium, so
 * degenerate games lose nothing: what is returned are the vertices of all equilibrium components, finitely many always,
 * and every equilibrium is a mixture of some whose members may be interchanged. All equilibria if the game is
 * non-degenerate.
 *
 * <p>Σ_k C(m,k) · C(n,k) = C(m+n, m) linear systems for m rows and n columns, refused beyond {@link #LIMIT}. Source of the
 * characterisation by vertices: Avis, Rosenberg, Savani and von Stengel (2010), "Enumeration of Nash equilibria for
 * two-player games", Economic Theory 42, 9-37.
 */
public final class SupportEnumeration {
    /** The most linear systems that are solved for one player: an 8 × 8 game has 12,870. */
    public static final int LIMIT = 20_000;

    private SupportEnumeration() {}

    /** A mixture and the opponent's best replies to it. */
    private record Vertex(List<BigFraction> mixture, List<Integer> replies) {}

    /**
     * All extreme equilibria, each once.
     *
     * @throws IllegalArgumentException if there are not two players, or with the count and the limit if the game is too
     *     large
     */
    public static List<MixedEquilibrium> extreme(NormalFormGame game) {
        Require.that(
                game.players() == 2,
                "players of a game whose supports are enumerated",
                game.players(),
                "must be 2",
                "use the CCE program for more players");
        BigFraction[][] columnPayoffs = fractions(game.matrix(1));
        BigFraction[][] rowPayoffs = transposed(fractions(game.matrix(0)));
        List<Vertex> rows = vertices(columnPayoffs);
        List<Vertex> columns = vertices(rowPayoffs);
        List<MixedEquilibrium> equilibria = new ArrayList<>();
        for (Vertex row : rows) {
            for (Vertex column : columns) {
                if (within(column.mixture, row.replies) && within(row.mixture, column.replies)) {
                    equilibria.add(new MixedEquilibrium(row.mixture, column.mixture));
                }
            }
        }
        return equilibria;
    }

    private static boolean within(List<BigFraction> mixture, List<Integer> replies) {
        for (int j = 0; j < mixture.size(); j++) {
            if (mixture.get(j).getNumerator().signum() != 0 && !replies.contains(j)) {
                return false;
            }
        }
        return true;
    }

    static BigFraction[][] fractions(double[][] matrix) {
        BigFraction[][] exact = new BigFraction[matrix.length][matrix[0].length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < exact[r].length; c++) {
                exact[r][c] = Fractions.simplest(matrix[r][c]);
            }
        }
        return exact;
    }

    private static BigFraction[][] transposed(BigFraction[][] matrix) {
        BigFraction[][] turned = new BigFraction[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < turned.length; c++) {
                turned[c][r] = matrix[r][c];
            }
        }
        return turned;
    }

    /** The vertices of the mixing player's best-reply polyhedron, given what the opponent gets: [own][opponent's]. */
    private static List<Vertex> vertices(BigFraction[][] opponent) {
        int own = opponent.length;
        int others = opponent[0].length;
        double systems = CombinatoricsUtils.binomialCoefficientDouble(own + others, own);
        Require.that(
                systems <= LIMIT,
                "number of support pairs of a " + own + " x " + others + " game",
                (long) systems,
                "must be at most " + LIMIT,
                "the game is too large for enumeration; use the CCE program");
        List<Vertex> vertices = new ArrayList<>();
        for (int support = 1; support < 1 << own; support++) {
            for (int replies = 1; replies < 1 << others; replies++) {
                if (Integer.bitCount(support) == Integer.bitCount(replies)) {
                    Optional<Vertex> vertex = vertex(opponent, bits(support), bits(replies));
                    if (vertex.isPresent() && !vertices.contains(vertex.get())) {
                        vertices.add(vertex.get());
                    }
                }
            }
        }
        return vertices;
    }

    private static int[] bits(int set) {
        return IntStream.range(0, 32).filter(j -> (set >> j & 1) == 1).toArray();
    }

    /** The one mixture over the support that makes all those replies equally good, if there is exactly one. */
    private static Optional<List<BigFraction>> mixture(BigFraction[][] opponent, int[] support, int[] replies) {
        int k = support.length;
        BigFraction[][] system = new BigFraction[k + 1][k + 2]; // weights, the replies' value, right-hand side
        for (int e = 0; e < k; e++) {
            for (int j = 0; j < k; j++) {
                system[e][j] = opponent[support[j]][replies[e]];
            }
            system[e][k] = BigFraction.MINUS_ONE;
            system[e][k + 1] = BigFraction.ZERO;
        }
        Arrays.fill(system[k], BigFraction.ONE);
        system[k][k] = BigFraction.ZERO;
        if (!eliminate(system)) {
            return Optional.empty();
        }
        BigFraction[] full = new BigFraction[opponent.length];
        Arrays.fill(full, BigFraction.ZERO);
        for (int j = 0; j < k; j++) {
            full[support[j]] = system[j][k + 1];
            if (full[support[j]].getNumerator().signum() < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(List.of(full));
    }

    /** Gauss-Jordan; false if the system is singular. */
    private static boolean eliminate(BigFraction[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            while (pivot < n && system[pivot][column].getNumerator().signum() == 0) {
                pivot++;
            }
            if (pivot == n) {
                return false;
            }
            BigFraction[] row = system[pivot];
            system[pivot] = system[column];
            system[column] = row;
            BigFraction inverse = row[column].reciprocal();
            for (int j = column; j <= n; j++) {
                row[j] = row[j].multiply(inverse);
            }
            for (int r = 0; r < n; r++) {
                BigFraction factor = system[r][column];
                for (int j = column;
                        j <= n && r != column && factor.getNumerator().signum() != 0;
                        j++) {
                    system[r][j] = system[r][j].subtract(factor.multiply(row[j]));
                }
            }
        }
        return true;
    }

    private static Optional<Vertex> vertex(BigFraction[][] opponent, int[] support, int[] replies) {
        return mixture(opponent, support, replies).flatMap(mixture -> vertex(opponent, mixture, replies));
    }

    /** The mixture with all best replies to it, if the replies it was made for are among them. */
    private static Optional<Vertex> vertex(BigFraction[][] opponent, List<BigFraction> mixture, int[] madeFor) {
        int others = opponent[0].length;
        BigFraction[] values = new BigFraction[others];
        BigFraction best = BigFraction.ZERO;
        for (int c = 0; c < others; c++) {
            values[c] = BigFraction.ZERO;
            for (int r = 0; r < opponent.length; r++) {
                values[c] = values[c].add(mixture.get(r).multiply(opponent[r][c]));
            }
            best = c == 0 || values[c].compareTo(best) > 0 ? values[c] : best;
        }
        if (values[madeFor[0]].compareTo(best) < 0) {
            return Optional.empty();
        }
        List<Integer> replies = new ArrayList<>();
        for (int c = 0; c < others; c++) {
            if (values[c].equals(best)) {
                replies.add(c);
            }
        }
        return Optional.of(new Vertex(mixture, replies));
    }
}
