/** What the AI is asked to write. */
@NullMarked
package dev.vidwiz.domain.job;

import org.jspecify.annotations.NullMarked;
