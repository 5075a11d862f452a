/** Users in a database. */
@NullMarked
package dev.vidwiz.persistence.user;

import org.jspecify.annotations.NullMarked;
