package dev.babyagi.reply;

import java.util.Set;

/**
 * Decodes the escapes in the texts of a document. An escape that JSON does not know keeps
 * its backslash, because models write paths and formulas without doubling it.
 */
final class JsonEscapes {

	private static final String SIMPLE = "\"\\/'";

	private static final String CONTROLS = "nfbtr";

	private static final String CONTROL_CHARACTERS = "\n\f\b\t\r";

	/** The commands of LaTeX whose first letter is an escape of JSON. */
	private static final Set<String> LATEX = Set.of("frac", "forall", "flat", "frown", "fbox", "beta", "bar", "begin",
			"bmod", "binom", "big", "bigl", "bigr", "boldsymbol", "bot", "bullet", "because", "boxed", "breve", "times",
			"theta", "text", "textbf", "textit", "textrm", "textstyle", "tfrac", "tbinom", "tan", "tanh", "tau", "to",
			"top", "tilde", "therefore", "triangle", "rho", "right", "rangle", "rightarrow", "rceil", "rfloor",
			"rbrace", "rbrack", "rvert", "rm");

	private final String text;

	/** Whether a single backslash may begin a command: no other one is doubled. */
	private final boolean commands;

	JsonEscapes(String text) {
		this.text = text;
		this.commands = !text.contains("\\\\");
	}

	/**
	 * Decodes an escape.
	 * @param at the position behind the backslash
	 * @return the position behind the escape
	 */
	int decode(int at, StringBuilder into) {
		char escape = this.text.charAt(at);
		int control = CONTROLS.indexOf(escape);
		if (SIMPLE.indexOf(escape) >= 0) {
			into.append(escape);
		}
		else if (control >= 0 && !beginsCommand(at)) {
			into.append(CONTROL_CHARACTERS.charAt(control));
		}
		else if (escape == 'u' && isCodeUnit(at + 1)) {
			into.append((char) Integer.parseInt(this.text, at + 1, at + 5, 16));
			return at + 5;
		}
		else {
			into.append('\\').append(escape);
		}
		return at + 1;
	}

	/** Tells {@code \tan x} from a TAB before "an". */
	private boolean beginsCommand(int at) {
		int end = at;
		while (end < this.text.length() && isLetter(this.text.charAt(end))) {
			end++;
		}
		String command = this.text.substring(at, end);
		boolean beforeWord = command.equals("tan") && end < this.text.length() && this.text.charAt(end) == ' ';
		return this.commands && LATEX.contains(command) && !beforeWord;
	}

	private boolean isCodeUnit(int start) {
		boolean complete = start + 4 <= this.text.length();
		for (int index = start; complete && index < start + 4; index++) {
			complete = Character.digit(this.text.charAt(index), 16) >= 0 && this.text.charAt(index) < 128;
		}
		return complete;
	}

	private static boolean isLetter(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}

}
