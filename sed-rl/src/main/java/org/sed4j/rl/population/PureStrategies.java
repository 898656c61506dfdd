package org.sed4j.rl.population;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Tensors;

/**
 * What everybody does for sure in each situation that came up: one choice a head. Where that is not allowed, and in situations
 * that never came up, the lowest allowed choice is made.
 */
final class PureStrategies {
    private final ActionHeads heads;
    private final Context context;
    /** By player: a choice for each head. */
    private final List<Book<int[]>> books;

    PureStrategies(ActionHeads heads, Context context, int rows) {
        this(heads, context, new ArrayList<>());
        for (int i = 0; i < heads.players(); i++) {
            books.add(new Book<>(rows, () -> new int[heads.heads()], Rows.CHOICES));
        }
    }

    private PureStrategies(ActionHeads heads, Context context, List<Book<int[]>> books) {
        this.heads = heads;
        this.context = context;
        this.books = books;
    }

    PureStrategies copy() {
        List<Book<int[]>> copies = new ArrayList<>();
        books.forEach(book -> copies.add(book.copy()));
        return new PureStrategies(heads, context, copies);
    }

    /** By player. */
    Book<int[]> book(int player) {
        return books.get(player);
    }

    /** Enters the situations that are seen. */
    void enter(Sights sights) {
        for (int row = 0; row < sights.rows(); row++) {
            books.get(row % heads.players()).row(context.key(sights, row, row / heads.players()));
        }
    }

    /** Looks, and writes what everybody does. */
    void act(Sights sights, Tensors now, IntTensor actions) {
        sights.look(now);
        for (int row = 0; row < sights.rows(); row++) {
            int @Nullable [] choices =
                    books.get(row % heads.players()).find(context.key(sights, row, row / heads.players()));
            put(sights, row, choices, actions);
        }
    }

    /** Writes what a row does, that of another strategy than its own. */
    void put(Sights sights, int row, int @Nullable [] choices, IntTensor actions) {
        for (int h = 0; h < heads.heads(); h++) {
            int wanted = choices == null ? 0 : choices[h];
            if (!sights.allows(row, heads.first(h) + wanted)) {
                wanted = 0;
                while (!sights.allows(row, heads.first(h) + wanted)) {
                    wanted++;
                }
            }
            actions.set(row * heads.heads() + h, wanted);
        }
    }

    /** What a row's view is filed under. */
    ByteBuffer key(Sights sights, int row) {
        return context.key(sights, row, row / heads.players());
    }
}
