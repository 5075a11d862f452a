/** What the AI is asked to write, and how all work that waits to be done is named. */
@NullMarked
package dev.vidwiz.domain.job;

import org.jspecify.annotations.NullMarked;
