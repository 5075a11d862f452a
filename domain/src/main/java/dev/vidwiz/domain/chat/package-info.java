/** Conversations with Wiz about a video. */
@NullMarked
package dev.vidwiz.domain.chat;

import org.jspecify.annotations.NullMarked;
