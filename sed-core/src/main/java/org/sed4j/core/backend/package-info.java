/**
 * The tools of the machine that worlds can run on besides the JVM: a C compiler, a CUDA driver, compilers of CUDA C.
 *
 * <p>Each is looked for where it usually is and tried; a {@link org.sed4j.core.backend.Search} says what was found, or what
 * is missing and what it needs. Start at {@link org.sed4j.core.backend.CCompiler} and
 * {@link org.sed4j.core.backend.CudaDriver}. Everything native is loaded through JNA, here alone. This room knows no world:
 * {@link org.sed4j.core.pomg.Worlds#backend} brings both together.
 */
@NullMarked
package org.sed4j.core.backend;

import org.jspecify.annotations.NullMarked;
