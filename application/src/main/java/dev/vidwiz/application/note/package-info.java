/** Writing and reading notes. */
@NullMarked
package dev.vidwiz.application.note;

import org.jspecify.annotations.NullMarked;
