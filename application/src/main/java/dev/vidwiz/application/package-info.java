/**
 * VidWiz without any technology: the use cases, gathered in {@link VidWiz}.
 *
 * <p>Other programs may rely on {@link VidWiz}, {@link Ports} and {@link Options}, on the methods
 * of the use cases had from there, on the ports, and on what all of these take and return. The
 * constructors of use cases change with what they need.
 */
@NullMarked
package dev.vidwiz.application;

import org.jspecify.annotations.NullMarked;
