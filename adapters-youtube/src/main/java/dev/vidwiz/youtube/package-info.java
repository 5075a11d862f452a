/**
 * Transcripts and metadata from YouTube, read off the pages that a browser gets. Bootstrap sees
 * {@link dev.vidwiz.youtube.YouTubeVideoSource} and its settings, nothing else.
 */
@NullMarked
package dev.vidwiz.youtube;

import org.jspecify.annotations.NullMarked;
