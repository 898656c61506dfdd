/**
 * The games of paper 003 by name, in the paper's form and, where it differs, in the published code's. Start at
 * {@link org.sed4j.core.stackelberg.named.NamedGames}.
 */
@NullMarked
package org.sed4j.core.stackelberg.named;

import org.jspecify.annotations.NullMarked;
