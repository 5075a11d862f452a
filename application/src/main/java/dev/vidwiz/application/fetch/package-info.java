/** The built-in worker, which fetches transcripts and metadata. */
@NullMarked
package dev.vidwiz.application.fetch;

import org.jspecify.annotations.NullMarked;
