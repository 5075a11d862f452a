/** Endpoints for operators to manage tasks and AI jobs. */
@NullMarked
package dev.vidwiz.http.job;

import org.jspecify.annotations.NullMarked;
