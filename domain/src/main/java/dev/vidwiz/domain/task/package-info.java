/** Tasks, which workers do, and their states. */
@NullMarked
package dev.vidwiz.domain.task;

import org.jspecify.annotations.NullMarked;
