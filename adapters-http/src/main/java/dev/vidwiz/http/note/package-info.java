/** Notes of users, and of the AI. */
@NullMarked
package dev.vidwiz.http.note;

import org.jspecify.annotations.NullMarked;
