/** Videos: search, metadata, summaries and readiness. */
@NullMarked
package dev.vidwiz.application.video;

import org.jspecify.annotations.NullMarked;
