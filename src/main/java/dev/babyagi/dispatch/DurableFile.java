package dev.babyagi.dispatch;

import java.util.Locale;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses an H2 file that would lose acknowledged commits when the process dies: the
 * default writes them up to half a second later.
 */
@Component
class DurableFile implements BeanFactoryPostProcessor, EnvironmentAware {

	private String url = "";

	@Override
	public void setEnvironment(Environment environment) {
		this.url = environment.getProperty("spring.datasource.url", "");
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		check(this.url);
	}

	static void check(String url) {
		String setting = url.toUpperCase(Locale.ROOT);
		boolean file = setting.startsWith("JDBC:H2:") && !setting.startsWith("JDBC:H2:MEM:");
		if (file && !(setting + ";").contains(";WRITE_DELAY=0;")) {
			throw new IllegalStateException("The H2 file in spring.datasource.url would lose acknowledged objectives"
					+ " when the process dies. Add ;WRITE_DELAY=0 to the URL, as in"
					+ " jdbc:h2:async:./data/babyagi;WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE");
		}
	}

}
