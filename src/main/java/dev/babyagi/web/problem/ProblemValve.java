package dev.babyagi.web.problem;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.babyagi.web.Problem;
import dev.babyagi.web.header.SecurityHeadersFilter;

/**
 * Answers errors that occur outside the controllers: a request line that is not HTTP,
 * headers that are too large, a filter that throws.
 */
public class ProblemValve extends ErrorReportValve {

	private static final Logger logger = LoggerFactory.getLogger(ProblemValve.class);

	private final ProblemWriter writer;

	public ProblemValve(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		SecurityHeadersFilter.addTo(response);
		try {
			this.writer.write(problem(status, failure), request, response);
		}
		catch (IOException ex) {
			logger.debug("The client closed the connection before its answer", ex);
		}
	}

	/**
	 * Tomcat also reports requests that it refuses as failures. Only a status of 500 or
	 * more means that the service failed.
	 */
	private static Problem problem(int status, @Nullable Throwable failure) {
		return (status >= 500 && failure instanceof Exception exception) ? ProblemClassifier.from(exception)
				: ProblemClassifier.ofStatus(status);
	}

}
