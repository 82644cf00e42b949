package dev.babyagi.language.openai;

import java.util.ArrayList;
import java.util.List;

import dev.babyagi.language.ReplyListener;

/**
 * Keeps what a listener is told: the pieces of the newest version.
 */
final class HeardText implements ReplyListener {

	private final List<String> pieces = new ArrayList<>();

	private int version;

	@Override
	public synchronized void onText(int version, String text) {
		if (version < this.version || text.isEmpty()) {
			throw new AssertionError("Version " + version + " after " + this.version + ": " + text);
		}
		if (version > this.version) {
			this.pieces.clear();
		}
		this.version = version;
		this.pieces.add(text);
		notifyAll();
	}

	synchronized void awaitText() throws InterruptedException {
		while (this.pieces.isEmpty()) {
			wait();
		}
	}

	synchronized String text() {
		return String.join("", this.pieces);
	}

	synchronized List<String> pieces() {
		return List.copyOf(this.pieces);
	}

	synchronized int version() {
		return this.version;
	}

}
