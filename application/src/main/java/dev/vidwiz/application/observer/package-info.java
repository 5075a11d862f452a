/** Events for metrics. */
@NullMarked
package dev.vidwiz.application.observer;

import org.jspecify.annotations.NullMarked;
