/**
 * Configuration: one list of keys, from which reading, checking, help and the written file all follow.
 *
 * <p>Start at {@link org.sed4j.core.config.Schema} (the list), then {@link org.sed4j.core.config.ConfigReader} (from
 * preset, file and command line to a checked {@link org.sed4j.core.config.Config}). Contains no key of any study.
 */
@NullMarked
package org.sed4j.core.config;

import org.jspecify.annotations.NullMarked;
