package dev.babyagi.memory.embedding;

import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;

/**
 * The models that can run in this process, if their jar is on the class path.
 */
enum LocalModel {

	/** English, 384 dimensions. */
	MINI_LM("all-minilm-l6-v2-q",
			"dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel"),

	/** Chinese, 512 dimensions. */
	BGE_SMALL_ZH("bge-small-zh-v15-q",
			"dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel");

	private final String id;

	private final String type;

	LocalModel(String id, String type) {
		this.id = id;
		this.type = type;
	}

	/** Finds a model by its name; the ending {@code -q} may be left out. */
	static Optional<LocalModel> named(String name) {
		return Stream.of(values()).filter((model) -> model.id.equals(name) || model.id.equals(name + "-q")).findFirst();
	}

	String id() {
		return this.id;
	}

	String type() {
		return this.type;
	}

	/** Whether it reads no Chinese, Japanese or Korean. */
	boolean isEnglish() {
		return this == MINI_LM;
	}

	/** The artifact that brings it. */
	String artifact() {
		return "dev.langchain4j:langchain4j-embeddings-" + this.id;
	}

	/** Whether its jar is there. It does not load it. */
	boolean isPresent() {
		String resource = ClassUtils.convertClassNameToResourcePath(this.type) + ClassUtils.CLASS_FILE_SUFFIX;
		return LocalModel.class.getClassLoader().getResource(resource) != null;
	}

}
