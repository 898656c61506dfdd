package org.sed4j.core.pomg.engine;

import com.sun.jna.Function;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.NativeProgram;
import org.sed4j.core.pomg.Backing;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;

/** Runs worlds as compiled C, in records side by side; instances on the JVM are brought up to date when somebody looks. */
final class NativeEngine implements Engine {
    private final Code code;
    private final Roster roster;
    private final Spaces spaces;
    private final Tensors now;
    private final Residence residence;
    private final NativeSheet sheet;

    /** The functions of one compiled World, shared by a batch and its forks. */
    record Code(Program program, Function step, Function reset, Function consult, Function look) {

        /**
         * Compiles, or takes what was compiled before.
         *
         * @throws org.sed4j.core.backend.CompilationFailure if the compiler refuses
         */
        static Code of(Program program, CCompiler compiler) {
            NativeProgram library = compiler.program(Glue.around(program));
            return new Code(
                    program,
                    library.function("sed_run_step"),
                    library.function("sed_run_reset"),
                    library.function("sed_run_consult"),
                    library.function("sed_run_look"));
        }
    }

    /** Makes engines that share compiled code. */
    record Maker(Code code, Spaces spaces, Backing backing) implements Engine.Maker {
        @Override
        public Engine of(Roster roster, Tensors now) {
            return new NativeEngine(code, roster, spaces, now);
        }
    }

    NativeEngine(Code code, Roster roster, Spaces spaces, Tensors now) {
        this.code = code;
        this.roster = roster;
        this.spaces = spaces;
        this.now = now;
        this.sheet = new NativeSheet(
                roster.size(),
                code.program.bytes(),
                spaces.players() * spaces.heads(),
                spaces.design().dimension(),
                now);
        this.residence = new Residence(roster.size(), new Records(code.program, roster, sheet));
        roster.reside(residence);
    }

    @Override
    public int shards(int threads) {
        return roster.size() < 2 * threads ? 1 : threads;
    }

    @Override
    public Drive drive(int from, int to, Marks marks, Stepper.Failures failures) {
        JvmDrive jvm = new JvmDrive(roster, spaces, now, from, to, marks, failures);
        return new NativeDrive(code, sheet, roster, residence, jvm, now, from, to, marks);
    }

    @Override
    public void close() {}

    /** Records in native memory. */
    private static final class Records implements Residence.Store {
        private final Program program;
        private final Roster roster;
        private final NativeSheet sheet;
        private final ByteBuffer packed;

        Records(Program program, Roster roster, NativeSheet sheet) {
            this.program = program;
            this.roster = roster;
            this.sheet = sheet;
            this.packed = ByteBuffer.allocate(roster.stateBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public synchronized void fetch(int b) {
            ByteBuffer record = sheet.record(b);
            program.unpack(record, packed.clear());
            roster.place(b, record.getLong(0), record.getLong(Long.BYTES), packed.flip());
        }

        @Override
        public synchronized void keep(int b) {
            roster.state(b, packed.clear());
            program.pack(roster.key(b), roster.ticked(b), packed.flip(), sheet.record(b));
        }
    }
}
