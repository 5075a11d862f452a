/** Failures of the infrastructure. */
@NullMarked
package dev.vidwiz.application.failure;

import org.jspecify.annotations.NullMarked;
