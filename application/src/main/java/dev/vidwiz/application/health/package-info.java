/** Whether the server can do its work, for whoever sends requests its way. */
@NullMarked
package dev.vidwiz.application.health;

import org.jspecify.annotations.NullMarked;
