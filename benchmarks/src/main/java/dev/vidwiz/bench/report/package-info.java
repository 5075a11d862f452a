/** The results of runs: stored as JSON, shown as tables and as a page. */
@NullMarked
package dev.vidwiz.bench.report;

import org.jspecify.annotations.NullMarked;
