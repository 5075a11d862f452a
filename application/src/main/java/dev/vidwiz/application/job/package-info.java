/**
 * Tasks and AI jobs: the outbox of the AI's jobs, and what an operator sees and changes of both
 * kinds.
 */
@NullMarked
package dev.vidwiz.application.job;

import org.jspecify.annotations.NullMarked;
