package dev.babyagi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBaseDefault;

/**
 * A file of H2 that wraps another one. Its methods are not synchronized, like those of
 * H2's own files, so that reads go on while a write waits.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
class WrappedFile extends FileBaseDefault {

	private final FileChannel base;

	WrappedFile(FileChannel base) {
		this.base = base;
	}

	@Override
	public int read(ByteBuffer target, long position) throws IOException {
		return this.base.read(target, position);
	}

	@Override
	public int write(ByteBuffer source, long position) throws IOException {
		return this.base.write(source, position);
	}

	@Override
	public long size() throws IOException {
		return this.base.size();
	}

	@Override
	public void force(boolean metaData) throws IOException {
		this.base.force(metaData);
	}

	@Override
	public FileLock tryLock(long position, long size, boolean shared) throws IOException {
		return this.base.tryLock(position, size, shared);
	}

	@Override
	protected void implTruncate(long size) throws IOException {
		this.base.truncate(size);
	}

	@Override
	protected void implCloseChannel() throws IOException {
		this.base.close();
	}

}
