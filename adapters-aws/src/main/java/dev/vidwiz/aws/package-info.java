/** S3 for transcripts and SQS for AI jobs, of Amazon or compatible servers. */
@NullMarked
package dev.vidwiz.aws;

import org.jspecify.annotations.NullMarked;
