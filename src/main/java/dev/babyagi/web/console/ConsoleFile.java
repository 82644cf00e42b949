package dev.babyagi.web.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import dev.babyagi.web.ContentTag;

/**
 * A file of the console, read once from the class path.
 *
 * @param text what is in it
 * @param mediaType its media type
 * @param tag its entity tag
 */
record ConsoleFile(String text, MediaType mediaType, String tag) {

	/**
	 * Reads a file.
	 * @param name its name
	 * @param subtype the subtype of its media type, which is of the type {@code text}
	 * @param tag makes its entity tag
	 */
	static ConsoleFile read(String name, String subtype, ContentTag tag) throws IOException {
		String text = new ClassPathResource(name, ConsoleFile.class).getContentAsString(StandardCharsets.UTF_8);
		return new ConsoleFile(text, new MediaType("text", subtype, StandardCharsets.UTF_8), tag.of(text));
	}

	ResponseEntity<String> response() {
		return ResponseEntity.ok()
			.contentType(this.mediaType)
			.cacheControl(CacheControl.noCache())
			.eTag(this.tag)
			.body(this.text);
	}

}
