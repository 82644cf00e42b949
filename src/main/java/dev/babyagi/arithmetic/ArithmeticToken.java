package dev.babyagi.arithmetic;

/**
 * A word, sign or number of a text.
 *
 * @param word which
 * @param text the number as the calculator reads it; of others, as it is spelt
 * @param detached whether blanks stand on both sides of it
 * @param attached whether what follows it follows without a blank
 */
record ArithmeticToken(ArithmeticWord word, String text, boolean detached, boolean attached) {

}
