/** The queue of tasks, and the tasks that a video needs. */
@NullMarked
package dev.vidwiz.application.task;

import org.jspecify.annotations.NullMarked;
