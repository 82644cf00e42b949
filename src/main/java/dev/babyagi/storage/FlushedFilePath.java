package dev.babyagi.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;

import org.h2.store.fs.FilePathWrapper;

/**
 * The file system {@code flushed:} for H2, which wraps another one. It flushes each write
 * to the disk, so that commits survive a power cut. Example:
 * {@code jdbc:h2:flushed:patient:async:./data/babyagi}.
 */
public final class FlushedFilePath extends FilePathWrapper {

	@Override
	public String getScheme() {
		return "flushed";
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new FlushedFile(getBase().open(mode));
	}

}
