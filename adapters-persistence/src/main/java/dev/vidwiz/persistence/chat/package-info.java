/** Conversations and quotas in a database. */
@NullMarked
package dev.vidwiz.persistence.chat;

import org.jspecify.annotations.NullMarked;
