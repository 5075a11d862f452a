/** Who calls: tokens, passwords, and signing in. */
@NullMarked
package dev.vidwiz.http.auth;

import org.jspecify.annotations.NullMarked;
