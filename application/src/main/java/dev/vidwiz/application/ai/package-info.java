/** The AI at work: filling in blank notes, summarizing videos, or sending these jobs to a queue. */
@NullMarked
package dev.vidwiz.application.ai;

import org.jspecify.annotations.NullMarked;
