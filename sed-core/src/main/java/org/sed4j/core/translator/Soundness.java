package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.JSR;
import static org.objectweb.asm.Opcodes.RET;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/**
 * Whether a method's code holds together: what the Java machine checks of a class when it loads it, checked again of the class
 * file that is read here, which may be another than the one that was loaded. What follows relies on it: heights and kinds
 * of the operand stack agree wherever ways meet, and no way leads out of the code.
 */
final class Soundness {
    /** Slots of all frames of a method together: 60 MB. A method of 64 KiB, the longest there is, may use 250 a frame. */
    private static final long MOST_SLOTS = 1L << 24;

    private final Set<MethodNode> sound = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Requires it; a method that is sound is looked at once, and one that is not is refused wherever it is called.
     *
     * @throws NotPortable.Reason saying what is wrong
     */
    void require(ClassFiles.Code code) {
        MethodNode method = code.method();
        if (code.owner().getClassLoader() == null || sound.contains(method)) {
            return; // the JDK's own are
        }
        long slots = (long) method.instructions.size() * (method.maxLocals + method.maxStack);
        if (slots > MOST_SLOTS) {
            throw new NotPortable.Reason(
                    "calls " + code.name() + ", which is too long to be followed (" + method.instructions.size()
                            + " instructions over " + (method.maxLocals + method.maxStack) + " slots)",
                    "it can be cut into several methods");
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == JSR || insn.getOpcode() == RET) {
                throw unsound(code, "it has a subroutine, as compilers before Java 6 made them");
            }
        }
        try {
            new Analyzer<>(new BasicVerifier()).analyze(code.file().name, method);
        } catch (AnalyzerException | RuntimeException | AssertionError broken) { // damage that ASM does not look for
            throw unsound(
                    code,
                    String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
        }
        sound.add(method);
    }

    private static NotPortable.Reason unsound(ClassFiles.Code code, String why) {
        return new NotPortable.Reason(
                "calls " + code.name() + ", whose code does not hold together (" + why + ")",
                "its class file is damaged; it can be compiled again");
    }
}
