/** Transcripts in S3. */
@NullMarked
package dev.vidwiz.aws.s3;

import org.jspecify.annotations.NullMarked;
