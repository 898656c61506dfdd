package org.sed4j.core.translator;

import java.util.ArrayList;
import java.util.List;

/**
 * The record of one world in the generated program: random key and tick, then the state, members of eight bytes first and of
 * one byte last, so that each is aligned and nothing lies between.
 */
final class StateRecord {
    /** Where the random key is: a long. */
    static final int KEY = 0;
    /** Where the tick is: a long. */
    static final int TICK = 8;

    private static final int HEADER = 16;
    private static final int WORD = 8;

    private final List<StatePiece> pieces;
    private final List<Member> members = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final int[] ends = new int[WORD + 1];
    private final int bytes;

    StateRecord(List<StatePiece> pieces) {
        this.pieces = pieces;
        int packed = 0;
        for (StatePiece piece : pieces) {
            members.add(new Member(piece.path(), piece.type(), piece.length(), packed, 0, piece.bytes()));
            names.add("W_" + piece.path().replaceAll("[^A-Za-z0-9]+", "_") + "_" + names.size());
            packed = Math.addExact(packed, piece.bytes());
        }
        int offset = HEADER;
        for (int size = WORD; size > 0; size /= 2) {
            for (int i = 0; i < members.size(); i++) {
                Member m = members.get(i);
                if (Element.of(m.type()).bytes() == size) {
                    members.set(i, new Member(m.path(), m.type(), m.length(), m.packed(), offset, m.bytes()));
                    offset = Math.addExact(offset, m.bytes());
                }
            }
            ends[size] = offset;
        }
        // a whole word at least is left over: arrays without elements point there
        this.bytes = Math.floorDiv(Math.addExact(offset, 2 * WORD - 1), WORD) * WORD;
    }

    /** Tells a memory where everything is. */
    void enter(Memory memory) {
        for (int i = 0; i < members.size(); i++) {
            Member m = members.get(i);
            StatePiece piece = pieces.get(i);
            Element element = Element.of(m.type());
            if (piece.field() == null) {
                memory.array(piece.holder(), new Storage(Space.STATE, names.get(i), m.offset(), element, m.length()));
            } else {
                memory.scalar(piece.holder(), piece.field(), new Place(Space.STATE, names.get(i), m.offset(), element));
            }
        }
    }

    int bytes() {
        return bytes;
    }

    /** In the order of the walk. */
    List<Member> members() {
        return List.copyOf(members);
    }

    /** C definitions of offsets, and of a copy of one world's record, whatever the layout. */
    String declarations() {
        StringBuilder c = new StringBuilder("#define STATE_BYTES " + bytes + "\n");
        for (int i = 0; i < members.size(); i++) {
            c.append("#define ")
                    .append(names.get(i))
                    .append(' ')
                    .append(members.get(i).offset())
                    .append('\n');
        }
        c.append("#define COPY_RECORD(from, to) do { ");
        int start = 0;
        for (int size = WORD; size > 0; size /= 2) {
            int count = (ends[size] - start) / size;
            if (count > 0) {
                c.append("COPY_PART(uint")
                        .append(8 * size)
                        .append("_t, ")
                        .append(start)
                        .append(", ")
                        .append(count);
                c.append(", from, to); ");
            }
            start = ends[size];
        }
        return c.append("} while (0)\n").toString();
    }
}
