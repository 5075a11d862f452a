/** Authentication: tokens, passwords and sign-in. */
@NullMarked
package dev.vidwiz.http.auth;

import org.jspecify.annotations.NullMarked;
