/**
 * Fetches transcripts and metadata from YouTube, with the requests of its apps and pages, and with
 * yt-dlp. Each source is a class; {@link dev.vidwiz.youtube.YouTubeVideoSource} has their order.
 */
@NullMarked
package dev.vidwiz.youtube;

import org.jspecify.annotations.NullMarked;
