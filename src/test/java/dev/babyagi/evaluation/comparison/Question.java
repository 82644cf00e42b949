package dev.babyagi.evaluation.comparison;

import java.util.List;
import java.util.function.Predicate;

/**
 * A question with a known answer.
 *
 * @param set the letter of its set
 * @param text what is asked, with the notes that go with it
 * @param said what was said in earlier sessions, oldest first; the same list for all
 * questions of a conversation
 * @param accepts whether an answer is right
 */
record Question(char set, String text, List<String> said, Predicate<String> accepts) {

}
