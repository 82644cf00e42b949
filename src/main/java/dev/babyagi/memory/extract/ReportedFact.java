package dev.babyagi.memory.extract;

/**
 * A fact as a model reported it. Any part may be empty.
 *
 * @param kind fact or preference
 * @param subject who or what it is about
 * @param attribute which property
 * @param value its value
 * @param text all of it as a sentence
 * @param quote the words that are to say so
 */
record ReportedFact(String kind, String subject, String attribute, String value, String text, String quote) {

}
