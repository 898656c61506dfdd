package org.sed4j.core.translator;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Places in Java source. */
final class Where {
    private Where() {}

    /** "Commons.move (Commons.java:57)". */
    static String of(ClassFiles.Code code, int instruction) {
        int line = line(code, instruction);
        return code.name() + " (" + file(code) + (line > 0 ? ":" + line : "") + ")";
    }

    /** "Commons.java". */
    static String file(ClassFiles.Code code) {
        String file = code.file().sourceFile;
        return file == null ? code.owner().getSimpleName() : file;
    }

    private static int line(ClassFiles.Code code, int instruction) {
        int line = 0;
        for (int i = 0; i < code.method().instructions.size() && (i <= instruction || line == 0); i++) {
            AbstractInsnNode insn = code.method().instructions.get(i);
            if (insn instanceof LineNumberNode number) {
                line = number.line;
            }
        }
        return line;
    }
}
