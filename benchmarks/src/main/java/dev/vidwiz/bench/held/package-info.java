/** Thousands who wait at the same time, and what reaches them when. */
@NullMarked
package dev.vidwiz.bench.held;

import org.jspecify.annotations.NullMarked;
