/**
 * Games in files: SED4J's own JSON form and Gambit's normal form, read and written.
 *
 * <p>Start at {@link org.sed4j.core.stackelberg.file.GameFile}; {@link org.sed4j.core.stackelberg.file.NfgWriter} writes.
 */
@NullMarked
package org.sed4j.core.stackelberg.file;

import org.jspecify.annotations.NullMarked;
