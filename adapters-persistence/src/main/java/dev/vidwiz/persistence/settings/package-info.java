/** The settings of a database, and the exception for a foreign schema. */
@NullMarked
package dev.vidwiz.persistence.settings;

import org.jspecify.annotations.NullMarked;
