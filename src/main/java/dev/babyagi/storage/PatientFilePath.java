package dev.babyagi.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;

import org.h2.store.fs.FilePathWrapper;

/**
 * The file system {@code patient:} for H2, which wraps another one. Its writes wait while
 * the file cannot be written. Example: {@code jdbc:h2:patient:async:./data/babyagi}.
 */
public final class PatientFilePath extends FilePathWrapper {

	@Override
	public String getScheme() {
		return "patient";
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new PatientFile(getBase().open(mode));
	}

}
