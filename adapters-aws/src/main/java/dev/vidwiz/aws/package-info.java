/** Amazon's services, or others that speak their protocols: S3 for transcripts, SQS for AI jobs. */
@NullMarked
package dev.vidwiz.aws;

import org.jspecify.annotations.NullMarked;
