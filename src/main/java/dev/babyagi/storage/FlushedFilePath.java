package dev.babyagi.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;

import org.h2.store.fs.FilePathWrapper;

/**
 * The file system {@code flushed:} of H2, in front of another one: what is written to its
 * files is on the disk, and outlives a power cut. As in
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
