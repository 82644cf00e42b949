package dev.babyagi.journey.web;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.LanguageModel.RoleModel;

/**
 * Logs one line when the service is ready: its address, its database and its model.
 */
@Component
class StartLine {

	private static final Logger log = LoggerFactory.getLogger(StartLine.class);

	private final DataSource dataSource;

	private final LanguageModel model;

	private final Environment environment;

	StartLine(DataSource dataSource, LanguageModel model, Environment environment) {
		this.dataSource = dataSource;
		this.model = model;
		this.environment = environment;
	}

	@EventListener
	void on(ApplicationReadyEvent ready) {
		if (ready.getApplicationContext() instanceof WebServerApplicationContext context
				&& context.getWebServer() != null) {
			log.info("Ready: http://{}:{}/swagger-ui.html (open to everybody who can reach it) | database: {} | {}",
					this.environment.getProperty("server.address", "127.0.0.1"), context.getWebServer().getPort(),
					database(), model());
		}
	}

	private String database() {
		try {
			return JdbcUtils.extractDatabaseMetaData(this.dataSource,
					(metadata) -> metadata.getDatabaseProductName() + " at " + address(metadata));
		}
		catch (MetaDataAccessException ex) {
			return "unknown";
		}
	}

	private static String address(DatabaseMetaData metadata) throws SQLException {
		String url = metadata.getURL();
		int end = url.indexOf('?');
		return (end < 0) ? url : url.substring(0, end);
	}

	private String model() {
		if (!this.model.isConfigured()) {
			return "no language model: arithmetic only. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a local server,"
					+ " and OPENAI_MODEL";
		}
		List<RoleModel> models = this.model.models();
		return "language model: " + models.stream().map(RoleModel::model).distinct().collect(Collectors.joining(", "));
	}

}
