/**
 * Transcripts and metadata from YouTube, asked for as its apps, its pages and yt-dlp do. A source
 * is a class of its own; {@link dev.vidwiz.youtube.YouTubeVideoSource} has their order.
 */
@NullMarked
package dev.vidwiz.youtube;

import org.jspecify.annotations.NullMarked;
