/** Registering, signing in, profiles and the tokens of automations. */
@NullMarked
package dev.vidwiz.application.user;

import org.jspecify.annotations.NullMarked;
