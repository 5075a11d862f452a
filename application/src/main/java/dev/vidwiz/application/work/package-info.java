/** All work that waits to be done, tasks and AI jobs alike, as an operator sees and steers it. */
@NullMarked
package dev.vidwiz.application.work;

import org.jspecify.annotations.NullMarked;
