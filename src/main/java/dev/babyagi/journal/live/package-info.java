/**
 * Lets clients follow the journal while it is written. One thread of a replica reads new
 * entries for all streams, and only while there are any. A stream has a bounded queue and
 * holds a thread only while it sends.
 */
@NullMarked
package dev.babyagi.journal.live;

import org.jspecify.annotations.NullMarked;
