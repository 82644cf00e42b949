package dev.babyagi.dataset;

import java.util.List;
import java.util.Map;

/**
 * What a dataset is made of.
 *
 * @param version its number among the datasets of the tenant, from 1
 * @param sha256 the SHA-256 of its training rows in OpenAI's form, in hexadecimal
 * @param objectives how many objectives gave rows
 * @param families how many families of objectives they belong to
 * @param rows how many rows each role has
 * @param redacted how much of each kind was taken out of the texts
 * @param files what can be downloaded
 */
public record DatasetManifest(int version, String sha256, int objectives, int families, Map<String, Integer> rows,
		Map<String, Integer> redacted, List<File> files) {

	/**
	 * One download.
	 *
	 * @param split what it is for
	 * @param form the names of its fields
	 * @param rows its lines
	 * @param bytes its length
	 * @param sha256 its SHA-256, in hexadecimal
	 */
	public record File(DatasetSplit split, RowForm form, int rows, long bytes, String sha256) {

	}

}
