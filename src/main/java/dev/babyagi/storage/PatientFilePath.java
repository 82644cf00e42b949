package dev.babyagi.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;

import org.h2.store.fs.FilePathWrapper;

/**
 * The file system {@code patient:} of H2, in front of another one: its files wait while
 * they cannot be written. As in {@code jdbc:h2:patient:async:./data/babyagi}.
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
