package dev.babyagi.memory.index;

import java.io.IOException;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own format of vectors for up to 4,096 dimensions; by default it refuses more
 * than 1,024. Its files are read by Lucene's.
 */
final class WideVectorsFormat extends KnnVectorsFormat {

	static final int MOST_DIMENSIONS = 4096;

	private final KnnVectorsFormat format = new Lucene99HnswVectorsFormat();

	private WideVectorsFormat() {
		super("Lucene99HnswVectorsFormat");
	}

	/** Lucene's codec with this format. */
	static Lucene104Codec codec() {
		KnnVectorsFormat wide = new WideVectorsFormat();
		return new Lucene104Codec() {
			@Override
			public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
				return wide;
			}
		};
	}

	@Override
	public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
		return this.format.fieldsWriter(state);
	}

	@Override
	public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
		return this.format.fieldsReader(state);
	}

	@Override
	public int getMaxDimensions(String field) {
		return MOST_DIMENSIONS;
	}

}
