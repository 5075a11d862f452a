/** Handing tasks to workers over HTTP. */
@NullMarked
package dev.vidwiz.http.task;

import org.jspecify.annotations.NullMarked;
