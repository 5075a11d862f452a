/** What people and workers ask of a server, and the run that measures it. */
@NullMarked
package dev.vidwiz.bench.workload;

import org.jspecify.annotations.NullMarked;
