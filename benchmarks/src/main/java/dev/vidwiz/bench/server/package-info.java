/** Servers in processes of their own, and what they cost. */
@NullMarked
package dev.vidwiz.bench.server;

import org.jspecify.annotations.NullMarked;
