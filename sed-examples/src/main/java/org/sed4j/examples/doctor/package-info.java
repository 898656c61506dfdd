/** {@code sed doctor}: what this machine has for worlds and learners to run on, and what a missing piece would need. */
@NullMarked
package org.sed4j.examples.doctor;

import org.jspecify.annotations.NullMarked;
