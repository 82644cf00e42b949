package dev.babyagi.memory.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;

import dev.babyagi.memory.embedding.CjkText;

/**
 * From texts to terms. English is stemmed; Chinese, Japanese and Korean become pairs of
 * neighbouring characters. A text is never read as a query.
 */
final class TextAnalysis {

	/**
	 * Also the words that questions are made of, such as what, my and should, which
	 * Lucene's own list lacks: a cue is often a question.
	 */
	private static final String STOP_WORDS = "english_stop.txt";

	private static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(new EnglishAnalyzer(stopWords()),
			Map.of(DocumentFields.BIGRAMS, new CJKAnalyzer()));

	private TextAnalysis() {
	}

	private static CharArraySet stopWords() {
		try (InputStream words = SnowballFilter.class.getResourceAsStream(STOP_WORDS)) {
			return WordlistLoader.getSnowballWordSet(Objects.requireNonNull(words));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Analyzer analyzer() {
		return ANALYZER;
	}

	/** The terms of a cue, each once: CJK characters in pairs, all others as words. */
	static Set<Term> terms(String text) {
		Set<Term> terms = new LinkedHashSet<>();
		add(terms, DocumentFields.WORDS, text, false);
		if (CjkText.isIn(text)) {
			add(terms, DocumentFields.BIGRAMS, text, true);
		}
		return terms;
	}

	private static void add(Set<Term> terms, String field, String text, boolean cjk) {
		try (TokenStream tokens = ANALYZER.tokenStream(field, text)) {
			CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				if (CjkText.isIn(token) == cjk) {
					terms.add(new Term(field, token.toString()));
				}
			}
			tokens.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
