/** The outbox of AI jobs, and the list of tasks and AI jobs. */
@NullMarked
package dev.vidwiz.persistence.job;

import org.jspecify.annotations.NullMarked;
