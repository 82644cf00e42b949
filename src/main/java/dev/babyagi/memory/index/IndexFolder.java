package dev.babyagi.memory.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where the index of this process stands. If another process uses the folder, or it
 * cannot be written, a temporary one takes its place until this process ends.
 */
final class IndexFolder {

	private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

	private final @Nullable Path configured;

	private @Nullable Path temporary;

	/**
	 * Creates the place of an index.
	 * @param configured its folder, or {@code null} for a temporary one
	 */
	IndexFolder(@Nullable Path configured) {
		this.configured = configured;
	}

	/** Whether an index was left there. */
	boolean isThere() {
		return this.configured != null && Files.isDirectory(this.configured);
	}

	/**
	 * Opens the index.
	 * @param anew erases what is there
	 * @throws IOException if what is there is damaged, or nothing can be written
	 */
	LuceneIndex open(boolean anew) throws IOException {
		try {
			return open(folder(), anew);
		}
		catch (LockObtainFailedException ex) {
			log.info("Another process uses the index in {}; this one makes its own", this.configured);
			return open(temporary(), true);
		}
	}

	private static LuceneIndex open(Path folder, boolean anew) throws IOException {
		Directory directory = FSDirectory.open(folder);
		try {
			if (anew) {
				LuceneIndex.erase(directory);
			}
			return LuceneIndex.open(directory);
		}
		catch (IOException | RuntimeException ex) {
			directory.close();
			throw ex;
		}
	}

	private Path folder() throws IOException {
		if (this.configured == null || this.temporary != null) {
			return temporary();
		}
		try {
			Files.createDirectories(this.configured);
			if (Files.isWritable(this.configured)) {
				return this.configured;
			}
		}
		catch (IOException ex) {
			log.debug("The folder of the index could not be made: {}", ex.getClass().getSimpleName());
		}
		log.warn("babyagi.memory.index-dir cannot be written: {}. The index stands in a temporary folder, and is made"
				+ " again with each start", this.configured);
		return temporary();
	}

	private Path temporary() throws IOException {
		Path folder = this.temporary;
		if (folder == null || !Files.isDirectory(folder)) {
			folder = Files.createTempDirectory("babyagi-index");
			this.temporary = folder;
		}
		return folder;
	}

	/** Deletes a temporary folder. */
	void close() {
		try {
			FileSystemUtils.deleteRecursively(this.temporary);
		}
		catch (IOException ex) {
			log.debug("A temporary index was not deleted: {}", ex.getClass().getSimpleName());
		}
	}

}
