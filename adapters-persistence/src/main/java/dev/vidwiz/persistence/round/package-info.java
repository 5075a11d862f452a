/** Periodic work that servers on one PostgreSQL database share. */
@NullMarked
package dev.vidwiz.persistence.round;

import org.jspecify.annotations.NullMarked;
