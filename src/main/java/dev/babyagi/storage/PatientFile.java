package dev.babyagi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file whose writes wait while it cannot be written, for example on a full disk.
 * Without it H2 would close the database at the first failure. That breaks every
 * connection, and opening the file while old sessions still close it can lock the process
 * out of its own file.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class PatientFile extends WrappedFile {

	PatientFile(FileChannel base) {
		super(base);
	}

	@Override
	public int write(ByteBuffer source, long position) throws IOException {
		int start = source.position();
		try {
			return super.write(source, position);
		}
		catch (IOException ex) {
			return BlockedWrites.until(() -> super.write(source.position(start), position), this::isOpen, ex);
		}
	}

}
