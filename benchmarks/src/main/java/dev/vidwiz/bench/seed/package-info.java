/** Databases with typical rows, for the servers that are measured. */
@NullMarked
package dev.vidwiz.bench.seed;

import org.jspecify.annotations.NullMarked;
