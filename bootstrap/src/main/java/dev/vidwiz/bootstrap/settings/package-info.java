/** The settings: one table, read once at start; all problems are reported together. */
@NullMarked
package dev.vidwiz.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
