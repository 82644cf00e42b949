package dev.babyagi.planning.question;

/**
 * A word, sign or number of a text.
 *
 * @param word its kind
 * @param text the number in the notation of the calculator; for other tokens as it is
 * written
 * @param detached whether there is a space on both sides
 * @param attached whether the next token follows without a space
 */
record ArithmeticToken(ArithmeticWord word, String text, boolean detached, boolean attached) {

}
