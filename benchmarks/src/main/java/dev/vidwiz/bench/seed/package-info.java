/** Databases for the servers that are measured, filled with rows such as people make. */
@NullMarked
package dev.vidwiz.bench.seed;

import org.jspecify.annotations.NullMarked;
