package dev.babyagi.dataset;

import java.util.UUID;

/**
 * A row that nothing is trained on.
 *
 * @param position its place in the dataset
 * @param family the family of its objective
 * @param line the row, in OpenAI's form
 */
public record HeldOutRow(int position, UUID family, String line) {

}
