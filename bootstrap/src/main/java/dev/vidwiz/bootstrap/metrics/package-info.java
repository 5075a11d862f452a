/** The metrics of a server, for Prometheus. */
@NullMarked
package dev.vidwiz.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
