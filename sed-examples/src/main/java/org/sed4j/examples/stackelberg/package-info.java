/**
 * The experiments of paper 003: a leader that learns to lead no-regret followers, and the whole table of them.
 *
 * <p>Start at {@link org.sed4j.examples.stackelberg.LeaderStudy} (one setting, a run folder) and {@link
 * org.sed4j.examples.stackelberg.TableCommand} (all of them).
 */
@NullMarked
package org.sed4j.examples.stackelberg;

import org.jspecify.annotations.NullMarked;
