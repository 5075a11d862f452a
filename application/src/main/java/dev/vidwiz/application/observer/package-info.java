/** What metrics are told of. */
@NullMarked
package dev.vidwiz.application.observer;

import org.jspecify.annotations.NullMarked;
