/** Attacks on a server, and honest callers that are measured beside them. */
@NullMarked
package dev.vidwiz.bench.attack;

import org.jspecify.annotations.NullMarked;
