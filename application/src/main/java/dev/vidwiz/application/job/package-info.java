/**
 * The outbox of AI jobs, and what operators do with tasks and AI jobs: list, retry and cancel them.
 */
@NullMarked
package dev.vidwiz.application.job;

import org.jspecify.annotations.NullMarked;
