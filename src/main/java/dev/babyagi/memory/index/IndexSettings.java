package dev.babyagi.memory.index;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the index.
 *
 * @param indexDir the folder of the index, for this process alone. By default it stands
 * beside the H2 file, or is {@code ./data/index} with another database
 */
@ConfigurationProperties("babyagi.memory")
record IndexSettings(@Nullable Path indexDir) {

}
