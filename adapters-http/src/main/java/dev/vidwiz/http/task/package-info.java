/** Endpoints for workers: claiming tasks and reporting results. */
@NullMarked
package dev.vidwiz.http.task;

import org.jspecify.annotations.NullMarked;
