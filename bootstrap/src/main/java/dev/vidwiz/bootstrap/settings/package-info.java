/** The settings: one table of what there is, read once at start, all problems told at once. */
@NullMarked
package dev.vidwiz.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
