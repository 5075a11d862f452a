/** When long waits end. */
@NullMarked
package dev.vidwiz.application.time;

import org.jspecify.annotations.NullMarked;
