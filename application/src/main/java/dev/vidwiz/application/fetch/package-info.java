/** The worker that fetches transcripts and metadata by itself. */
@NullMarked
package dev.vidwiz.application.fetch;

import org.jspecify.annotations.NullMarked;
