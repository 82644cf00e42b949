package dev.babyagi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file whose writes wait while it cannot be written, as on a full disk. H2 would close
 * the database at once: every connection is broken then, and opening the file again while
 * old sessions are still closing it can lock the process out of its own file.
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
