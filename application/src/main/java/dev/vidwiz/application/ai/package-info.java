/** AI jobs: filling in blank notes, summarizing videos, and relaying jobs to queues. */
@NullMarked
package dev.vidwiz.application.ai;

import org.jspecify.annotations.NullMarked;
