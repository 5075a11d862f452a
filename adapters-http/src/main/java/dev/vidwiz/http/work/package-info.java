/** What operators see of tasks and AI jobs, and how they steer them. */
@NullMarked
package dev.vidwiz.http.work;

import org.jspecify.annotations.NullMarked;
