package org.sed4j.core.pomg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.Search;

/** Chooses what a batch runs on. */
final class Engines {
    private Engines() {}

    /**
     * The backend asked for, or the best there is.
     *
     * @throws IllegalStateException saying what the machine or the World lacks for the backend that was asked for
     */
    static Engine.Maker of(Backend backend, Blueprint blueprint) {
        return switch (backend) {
            case JVM -> Engine.jvm(blueprint.spaces(), "as asked");
            case NATIVE -> required(backend, compiled(blueprint, "as asked"));
            case CUDA -> required(backend, device(blueprint, "as asked"));
            case AUTO -> best(blueprint);
        };
    }

    private static Engine.Maker required(Backend backend, Search<Engine.Maker> search) {
        if (!search.isFound()) {
            throw new IllegalStateException("The backend " + backend.label() + " cannot be had: " + search.message());
        }
        return search.tool();
    }

    private static Engine.Maker best(Blueprint blueprint) {
        List<String> lacking = new ArrayList<>();
        Search<Engine.Maker> device = device(blueprint, "the fastest");
        if (device.isFound()) {
            return device.tool();
        }
        lacking.add("not cuda: " + device.why());
        Search<Engine.Maker> compiled = compiled(blueprint, String.join("; ", lacking));
        if (compiled.isFound()) {
            return compiled.tool();
        }
        lacking.add("not native: " + compiled.why());
        return Engine.jvm(blueprint.spaces(), String.join("; ", lacking));
    }

    private static Search<Engine.Maker> compiled(Blueprint blueprint, String why) {
        Search<Program> program = blueprint.program();
        if (!program.isFound()) {
            return Search.missing(program.why(), program.remedy());
        }
        Search<CCompiler> compiler = Tools.C;
        if (!compiler.isFound()) {
            return Search.missing(compiler.why(), compiler.remedy());
        }
        Backing backing = new Backing(Backend.NATIVE, why + ", with " + compiler.tool().version());
        return Search.found(new NativeEngine.Maker(
                NativeEngine.Code.of(program.tool(), compiler.tool()), blueprint.spaces(), backing));
    }

    private static Search<Engine.Maker> device(Blueprint blueprint, String why) {
        return Search.missing("the CUDA backend is not built yet", "the backend native is");
    }

    /** Tools of the machine, looked for once, when first needed. */
    private static final class Tools {
        static final Search<CCompiler> C = CCompiler.find();
    }
}
