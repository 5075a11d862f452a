/** The protocol of workers: claiming tasks, reporting results, and expiry. */
@NullMarked
package dev.vidwiz.application.worker;

import org.jspecify.annotations.NullMarked;
