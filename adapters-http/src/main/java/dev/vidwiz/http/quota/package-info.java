/** The use of daily quotas, for operators. */
@NullMarked
package dev.vidwiz.http.quota;

import org.jspecify.annotations.NullMarked;
