/** The requests of users and workers, and the run that measures them. */
@NullMarked
package dev.vidwiz.bench.workload;

import org.jspecify.annotations.NullMarked;
