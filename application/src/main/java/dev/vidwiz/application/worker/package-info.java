/** What workers do: claim tasks and report results, and what follows when they do not. */
@NullMarked
package dev.vidwiz.application.worker;

import org.jspecify.annotations.NullMarked;
