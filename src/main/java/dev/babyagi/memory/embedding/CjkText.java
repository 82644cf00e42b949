package dev.babyagi.memory.embedding;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Texts in Chinese, Japanese or Korean, whose words are not set apart by spaces.
 */
public final class CjkText {

	private static final int FIRST = 0x1100;

	private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);

	private CjkText() {
	}

	/** Whether a text has a character of one of these scripts. */
	public static boolean isIn(CharSequence text) {
		return text.codePoints().anyMatch(CjkText::isCjk);
	}

	static boolean isCjk(int codePoint) {
		return codePoint >= FIRST && SCRIPTS.contains(UnicodeScript.of(codePoint));
	}

}
