/** The web app: static files that another project builds. */
@NullMarked
package dev.vidwiz.http.web;

import org.jspecify.annotations.NullMarked;
