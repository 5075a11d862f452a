/** What is counted and measured while the server runs, for Prometheus. */
@NullMarked
package dev.vidwiz.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
