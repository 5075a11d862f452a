/** Asking Wiz about a video. */
@NullMarked
package dev.vidwiz.application.chat;

import org.jspecify.annotations.NullMarked;
