/** Shared deadlines, and work that a stopping server gives back. */
@NullMarked
package dev.vidwiz.application.concurrent;

import org.jspecify.annotations.NullMarked;
