package org.sed4j.core.pomg.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.sed4j.core.pomg.state.Layout;
import org.sed4j.core.pomg.state.State;
import org.sed4j.core.translator.Translation;

/**
 * A World translated: its C and CUDA C, and what a world's record looks like there.
 *
 * <p>A record begins with the random key and the tick, two longs; members follow, each where it says. Numbers are
 * little-endian.
 *
 * @param name of the World's class
 * @param c one unit of C
 * @param cuda one unit of CUDA C
 * @param bytes length of a record, a multiple of 8
 * @param scratch bytes of arrays that each call has of its own
 * @param members in the order of the {@link Layout}
 * @param entries names of the functions there are
 */
record Program(String name, String c, String cuda, int bytes, long scratch, List<Member> members, Set<String> entries) {
    private static final int HEADER = 2 * Long.BYTES;

    Program {
        members = List.copyOf(members);
        entries = Set.copyOf(entries);
    }

    /**
     * A piece of the state.
     *
     * @param offset where it begins in a record
     * @param length in bytes
     * @param element bytes of one element
     */
    record Member(int offset, int length, int element) {}

    /** What the run time takes of a translation. */
    static Program of(String name, Translation translation) {
        List<Member> members = translation.members().stream()
                .map(each -> new Member(each.offset(), each.bytes(), Layout.size(each.type())))
                .toList();
        return new Program(
                name,
                translation.c(),
                translation.cuda(),
                translation.stateBytes(),
                translation.scratchBytes(),
                members,
                Set.copyOf(translation.entries()));
    }

    /** Whether it has the function. */
    boolean has(String entry) {
        return entries.contains(entry);
    }

    /**
     * Fills a record.
     *
     * @param packed the state as {@link State#write} gives it, from its position on
     */
    void pack(long key, long tick, ByteBuffer packed, ByteBuffer record) {
        record.putLong(0, key).putLong(Long.BYTES, tick);
        int at = packed.position();
        for (Member member : members) {
            record.put(member.offset, packed, at, member.length);
            at += member.length;
        }
    }

    /** Takes the state out of a record. */
    void unpack(ByteBuffer record, ByteBuffer packed) {
        for (Member member : members) {
            packed.put(packed.position(), record, member.offset, member.length);
            packed.position(packed.position() + member.length);
        }
    }

    /**
     * Moves a record between a row of its own and a tile of interleaved worlds, in which element e of what is at offset o
     * begins at {@code o · worlds + (e · worlds + lane) · size}.
     *
     * @param worlds of the tile
     * @param lane which of them
     * @param into whether the record goes into the tile
     */
    void interleave(ByteBuffer record, ByteBuffer tile, int worlds, int lane, boolean into) {
        move(record, tile, 0, HEADER, Long.BYTES, worlds, lane, into);
        for (Member member : members) {
            move(record, tile, member.offset, member.length, member.element, worlds, lane, into);
        }
    }

    private static void move(
            ByteBuffer record, ByteBuffer tile, int offset, int length, int size, int worlds, int lane, boolean into) {
        ByteBuffer to = into ? tile : record;
        ByteBuffer from = into ? record : tile;
        int there = offset * worlds + lane * size;
        for (int here = offset; here < offset + length; here += size, there += worlds * size) {
            int target = into ? there : here;
            int source = into ? here : there;
            switch (size) {
                case Long.BYTES -> to.putLong(target, from.getLong(source));
                case Integer.BYTES -> to.putInt(target, from.getInt(source));
                case Short.BYTES -> to.putShort(target, from.getShort(source));
                default -> to.put(target, from.get(source));
            }
        }
    }
}
