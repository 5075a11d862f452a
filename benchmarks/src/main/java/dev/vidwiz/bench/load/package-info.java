/** A closed loop: each client sends its next request when it gets a response. */
@NullMarked
package dev.vidwiz.bench.load;

import org.jspecify.annotations.NullMarked;
