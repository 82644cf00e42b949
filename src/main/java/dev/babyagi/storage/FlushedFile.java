package dev.babyagi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file whose writes return when they are on the disk.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class FlushedFile extends WrappedFile {

	FlushedFile(FileChannel base) {
		super(base);
	}

	@Override
	public int write(ByteBuffer source, long position) throws IOException {
		int written = super.write(source, position);
		// The size of the file is flushed with its content where it is needed to read it.
		force(false);
		return written;
	}

}
