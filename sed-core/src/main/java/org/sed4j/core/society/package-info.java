/**
 * A society put together and begun: any vote, any principal, any economy, any followers, in one ring.
 *
 * <p>Start at {@link org.sed4j.core.society.Society}: a builder in which every part has a default, and which refuses parts
 * that do not fit each other before anything runs. {@link org.sed4j.core.society.Session} is a society that has begun.
 * Principals and followers join as {@link org.sed4j.core.society.PrincipalPart} and
 * {@link org.sed4j.core.society.FollowersPart}, which make them once it is known what they are made for.
 */
@NullMarked
package org.sed4j.core.society;

import org.jspecify.annotations.NullMarked;
