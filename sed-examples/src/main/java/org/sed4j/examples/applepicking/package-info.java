/**
 * Apple picking: the society of paper 002 (section 4, appendix A) as a study that can be configured and run.
 *
 * <p>Start at {@link org.sed4j.examples.applepicking.ApplePickingSchema}: every number of the society, its range and its
 * source. The presets are YAML files beside it.
 */
@NullMarked
package org.sed4j.examples.applepicking;

import org.jspecify.annotations.NullMarked;
