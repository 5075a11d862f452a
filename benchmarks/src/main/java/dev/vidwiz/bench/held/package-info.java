/** Thousands of held requests, and the delay of changes to them. */
@NullMarked
package dev.vidwiz.bench.held;

import org.jspecify.annotations.NullMarked;
