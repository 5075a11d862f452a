/** Videos: search, metadata, summaries, and how they become ready. */
@NullMarked
package dev.vidwiz.application.video;

import org.jspecify.annotations.NullMarked;
