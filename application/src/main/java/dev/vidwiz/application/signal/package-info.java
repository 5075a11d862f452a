/** Hints about changes, within one server and between servers. */
@NullMarked
package dev.vidwiz.application.signal;

import org.jspecify.annotations.NullMarked;
