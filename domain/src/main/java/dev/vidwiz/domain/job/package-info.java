/** The kinds of AI jobs, and the ids of tasks and AI jobs. */
@NullMarked
package dev.vidwiz.domain.job;

import org.jspecify.annotations.NullMarked;
