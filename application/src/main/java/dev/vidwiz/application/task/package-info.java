/** The queue of tasks, and which tasks a video needs. */
@NullMarked
package dev.vidwiz.application.task;

import org.jspecify.annotations.NullMarked;
