/** Finding, filling in and watching videos. */
@NullMarked
package dev.vidwiz.application.video;

import org.jspecify.annotations.NullMarked;
