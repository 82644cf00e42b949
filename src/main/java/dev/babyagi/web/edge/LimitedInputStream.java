package dev.babyagi.web.edge;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * A body whose reading fails once more bytes have been read than allowed.
 */
class LimitedInputStream extends ServletInputStream {

	private final ServletInputStream body;

	private int left;

	LimitedInputStream(ServletInputStream body, int limit) {
		this.body = body;
		this.left = limit;
	}

	@Override
	public int read() throws IOException {
		int read = this.body.read();
		count((read < 0) ? 0 : 1);
		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = this.body.read(buffer, offset, length);
		count(read);
		return read;
	}

	@Override
	public boolean isFinished() {
		return this.body.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.body.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.body.setReadListener(listener);
	}

	private void count(int read) {
		this.left -= Math.max(0, read);
		if (this.left < 0) {
			throw BodyLimitFilter.tooLarge();
		}
	}

}
