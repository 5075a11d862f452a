/** What accounts rest on: hashed passwords, and tokens of users. */
@NullMarked
package dev.vidwiz.accounts;

import org.jspecify.annotations.NullMarked;
