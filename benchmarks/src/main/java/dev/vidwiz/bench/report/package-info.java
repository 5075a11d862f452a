/** What has been measured, kept as JSON and shown as a table and a page. */
@NullMarked
package dev.vidwiz.bench.report;

import org.jspecify.annotations.NullMarked;
