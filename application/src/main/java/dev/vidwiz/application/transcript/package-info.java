/** Storing and reading transcripts. */
@NullMarked
package dev.vidwiz.application.transcript;

import org.jspecify.annotations.NullMarked;
