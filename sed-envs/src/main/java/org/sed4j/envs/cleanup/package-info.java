/**
 * Clean Up: apples grow only while somebody keeps the river clean, which pays nothing.
 *
 * <p>Start at {@link org.sed4j.envs.cleanup.Cleanup}; {@link org.sed4j.envs.cleanup.CleanupRules} names the published
 * variants: paper 004's small maps, Melting Pot's and SocialJax's.
 */
@NullMarked
package org.sed4j.envs.cleanup;

import org.jspecify.annotations.NullMarked;
