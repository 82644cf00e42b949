package dev.babyagi.language.openai.wire;

/**
 * Follows an answer while it arrives, on the thread that makes the call. It throws no
 * exception.
 */
public interface ReplyObserver {

	/** The endpoint has accepted the request, and its answer begins. */
	void begun();

	/** The next piece of the reply, without thinking and other markup; never empty. */
	void text(String piece);

	/** The text so far turned out to be thinking, and is no part of the reply. */
	void obsolete();

}
