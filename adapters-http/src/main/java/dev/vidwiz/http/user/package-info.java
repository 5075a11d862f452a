/** Endpoints for users' own profiles. */
@NullMarked
package dev.vidwiz.http.user;

import org.jspecify.annotations.NullMarked;
