/** Conversations with Wiz and its streamed answers. */
@NullMarked
package dev.vidwiz.http.chat;

import org.jspecify.annotations.NullMarked;
