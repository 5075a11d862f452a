/** Metrics of the database. */
@NullMarked
package dev.vidwiz.persistence.metrics;

import org.jspecify.annotations.NullMarked;
