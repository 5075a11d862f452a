/** Handing work to workers and taking their results. */
@NullMarked
package dev.vidwiz.application.task;

import org.jspecify.annotations.NullMarked;
