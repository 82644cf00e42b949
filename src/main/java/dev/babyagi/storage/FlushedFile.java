package dev.babyagi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file whose writes return once they are flushed to the disk.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class FlushedFile extends WrappedFile {

	FlushedFile(FileChannel base) {
		super(base);
	}

	@Override
	public int write(ByteBuffer source, long position) throws IOException {
		int written = super.write(source, position);
		// Also flushes the size of the file, which is needed to read the content.
		force(false);
		return written;
	}

}
