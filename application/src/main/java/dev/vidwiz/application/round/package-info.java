/** Periodic work that one of several servers does for all. */
@NullMarked
package dev.vidwiz.application.round;

import org.jspecify.annotations.NullMarked;
