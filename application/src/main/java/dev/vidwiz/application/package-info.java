/** VidWiz without any technology: the use cases, gathered in {@link VidWiz}. */
@NullMarked
package dev.vidwiz.application;

import org.jspecify.annotations.NullMarked;
