/**
 * The use cases of VidWiz, independent of frameworks and databases. {@link VidWiz} assembles them.
 *
 * <p>The public API is {@link VidWiz}, {@link Ports}, {@link Options}, the ports, the methods of
 * use cases, and their parameter and result types. The constructors of use cases are not part of
 * it.
 */
@NullMarked
package dev.vidwiz.application;

import org.jspecify.annotations.NullMarked;
