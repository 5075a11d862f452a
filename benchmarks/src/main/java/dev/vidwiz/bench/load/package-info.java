/** A closed loop: so many clients, each asking again as soon as it has been answered. */
@NullMarked
package dev.vidwiz.bench.load;

import org.jspecify.annotations.NullMarked;
