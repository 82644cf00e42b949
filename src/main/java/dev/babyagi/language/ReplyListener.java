package dev.babyagi.language;

/**
 * Gets the text of a reply while the model writes it. Thinking, refusals and calls of
 * tools are left out. An endpoint that does not stream sends the whole text at once.
 * <p>
 * The text is a preview: only the {@link ModelResult} says whether there is a reply, and
 * what it is. It is called on the thread that makes the call, which reads no further
 * until it returns. If it throws an exception, the call goes on, and it gets no more
 * text.
 */
@FunctionalInterface
public interface ReplyListener {

	/**
	 * Takes the next piece of the text.
	 * @param version rises when the text so far is obsolete, because the call was tried
	 * again or because that text turned out to be thinking; this piece is then the first
	 * of another text. It may rise by more than one
	 * @param text the piece, never empty
	 */
	void onText(int version, String text);

}
