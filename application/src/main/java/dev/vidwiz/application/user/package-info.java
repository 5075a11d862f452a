/** Registration, sign-in, profiles and long-term tokens. */
@NullMarked
package dev.vidwiz.application.user;

import org.jspecify.annotations.NullMarked;
