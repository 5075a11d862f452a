/** Servers in separate processes, and their use of CPU and memory. */
@NullMarked
package dev.vidwiz.bench.server;

import org.jspecify.annotations.NullMarked;
